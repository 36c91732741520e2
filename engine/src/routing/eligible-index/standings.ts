/**
 * How each member of a group stands with tickets of one kind: measured once after each change, for all the needs that
 * ask for different skills and shops.
 */
import { type Measured, measure, type Need, skipReason } from "../eligibility.ts";
import type { LoadState } from "../load-state.ts";
import type { People, TeamAgent } from "../team.ts";
import type { RankedMembers } from "./ranked-members.ts";

/** What the standing of an agent hangs on, besides the agent. */
export type StandingNeed = Pick<Need, "kind" | "ignoreCapacity" | "countsAsLoad">;

export interface Standing extends Measured {
  /** Online, on shift and with room; skills and shops are another matter. */
  readonly isFree: boolean;
}

/** True when no strategy could tell them apart. */
const isSameRank = (a: Standing, b: Standing): boolean =>
  a.load === b.load && a.capacity === b.capacity && a.row?.lastAssignedAt === b.row?.lastAssignedAt;

const never: ReadonlySet<string> = new Set();

export class Standings {
  readonly #people: People;
  readonly #load: LoadState;
  readonly #factor: number;
  /** By agent order; `undefined` = to be measured. */
  readonly #known: (Standing | undefined)[] = [];
  /** Where each agent has a seat, by agent order. */
  readonly #seated: RankedMembers[][];
  #need: Need;

  /** `factor` is the campaign's on the capacity of the group that tickets come through. */
  constructor(people: People, load: LoadState, need: StandingNeed, factor: number) {
    this.#people = people;
    this.#load = load;
    this.#factor = factor;
    this.#seated = people.agents.map(() => []);
    this.#need = { ...need, shop: null, exclude: [], skills: [], shiftsOn: never };
  }

  /** These hear of changes of their members. */
  enlist(part: RankedMembers): void {
    for (const { order } of part.members) this.#seated[order]?.push(part);
  }

  /** The agent's row changed: tells those who have to seat them anew. */
  change(agent: TeamAgent): void {
    const before = this.#known[agent.order];
    this.#known[agent.order] = undefined;
    const after = this.of(agent);
    // One who works in shifts may have been something else when a part looked last.
    const isTold = before !== undefined && agent.shifts.length === 0;
    const freedom = !isTold || before.isFree !== after.isFree;
    if (!freedom && (!after.isFree || isSameRank(before, after))) return;
    for (const part of this.#seated[agent.order] ?? []) if (freedom || part.isByRank) part.note(agent);
  }

  forgetAll(): void {
    this.#known.length = 0;
  }

  /** Whoever works in shifts is measured again when others are on than before. */
  turn(shiftsOn: ReadonlySet<string>): void {
    if (shiftsOn === this.#need.shiftsOn) return;
    this.#need = { ...this.#need, shiftsOn };
    for (const { order } of this.#people.inShifts) this.#known[order] = undefined;
  }

  of(agent: TeamAgent): Standing {
    const known = this.#known[agent.order];
    if (known) return known;
    const measured = measure(agent, this.#load.agent(agent.id), this.#need, this.#factor);
    const { row, load, capacity } = measured;
    const standing = { agent, row, load, capacity, isFree: skipReason(measured, this.#need) === null };
    this.#known[agent.order] = standing;
    return standing;
  }
}
