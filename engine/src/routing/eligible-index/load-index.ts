/**
 * The indexes of one team on one load state. It follows the state's changes once for all of them: each changed agent is
 * noted where they have a seat, and looked at when that index is asked next.
 */
import type { SkillNeed } from "@sluice/schemas";
import { holdsSkills } from "../eligibility.ts";
import type { LoadState } from "../load-state.ts";
import { byId, type RoutingStrategy } from "../strategy.ts";
import type { People } from "../team.ts";
import { NeedIndex } from "./need-index.ts";
import type { RankedMembers } from "./ranked-members.ts";
import { type StandingNeed, Standings } from "./standings.ts";

/** Making an index costs as much as a few scans: a state that lives for one simulated ticket is scanned. */
const scansBefore = 2;

interface Slot {
  asked: number;
  index: NeedIndex | null;
}

/** What is asked of which group, by which order. */
export interface IndexedStep {
  readonly group: string;
  readonly strategy: RoutingStrategy;
  readonly need: StandingNeed & { readonly skills: readonly SkillNeed[] };
}

/** Equal for two needs, equal standings. */
const standingKey = ({ group, need: { kind, ignoreCapacity, countsAsLoad } }: IndexedStep): string =>
  `${group} ${kind} ${ignoreCapacity ? "any" : countsAsLoad.join()}`;

/** Equal for two steps of one strategy, equal members and ranks. */
function keyOf(step: IndexedStep): string {
  let key = standingKey(step);
  for (const { skill, level = 1 } of step.need.skills) key += ` ${skill}:${level}`;
  return key;
}

function idRanksOf({ agents }: People): Int32Array {
  const ranks = new Int32Array(agents.length);
  for (const [rank, { order }] of [...agents].sort(byId).entries()) ranks[order] = rank;
  return ranks;
}

export class LoadIndex {
  readonly #people: People;
  readonly #load: LoadState;
  readonly #slots = new Map<RoutingStrategy, Map<string, Slot>>();
  readonly #all: RankedMembers[] = [];
  readonly #standings = new Map<string, Standings>();
  readonly #idRanks: Int32Array;
  #version: number;

  constructor(people: People, load: LoadState) {
    this.#people = people;
    this.#load = load;
    this.#idRanks = idRanksOf(people);
    this.#version = load.agentVersion;
  }

  /** The step's index, up to date; `null` while it has not been asked often enough to be made. */
  find(step: IndexedStep): NeedIndex | null {
    const slot = this.#slot(step);
    if (!slot.index) {
      slot.asked += 1;
      if (slot.asked <= scansBefore) return null;
      slot.index = this.#make(step);
    }
    this.#follow();
    return slot.index;
  }

  #slot(step: IndexedStep): Slot {
    const slots = this.#slots.get(step.strategy) ?? new Map<string, Slot>();
    this.#slots.set(step.strategy, slots);
    const key = keyOf(step);
    const slot = slots.get(key) ?? { asked: 0, index: null };
    slots.set(key, slot);
    return slot;
  }

  #make(step: IndexedStep): NeedIndex {
    const { group, strategy, need } = step;
    const standings = this.#standingsOf(step);
    return new NeedIndex({
      strategy,
      standings,
      skills: need.skills,
      idRanks: this.#idRanks,
      members: this.#people.members(group).filter((agent) => holdsSkills(agent, need.skills)),
      onMade: (part) => {
        this.#all.push(part);
        standings.enlist(part);
      },
    });
  }

  #standingsOf(step: IndexedStep): Standings {
    const key = standingKey(step);
    const known = this.#standings.get(key);
    if (known) return known;
    const made = new Standings(this.#people, this.#load, step.need, this.#people.factor(step.group));
    this.#standings.set(key, made);
    return made;
  }

  /** Notes who changed: at most O(1) for each index in which the agent has a seat. */
  #follow(): void {
    const version = this.#load.agentVersion;
    if (version === this.#version) return;
    const isKnown = this.#load.followAgents(this.#version, (id) => this.#note(id));
    if (!isKnown) this.#forgetAll();
    this.#version = version;
  }

  #forgetAll(): void {
    for (const standings of this.#standings.values()) standings.forgetAll();
    for (const part of this.#all) part.forget();
  }

  #note(id: string): void {
    const agent = this.#people.agent(id);
    if (agent) for (const standings of this.#standings.values()) standings.change(agent);
  }
}
