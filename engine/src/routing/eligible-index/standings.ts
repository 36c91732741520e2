/**
 * How each member of a group stands with tickets of one kind: measured once after each change, for all the needs that
 * ask for different skills and shops.
 */
import { type Measured, measure, type Need, skipReason } from "../eligibility.ts";
import type { LoadState } from "../load-state.ts";
import type { People, TeamAgent } from "../team.ts";

/** What the standing of an agent hangs on, besides the agent. */
export type StandingNeed = Pick<Need, "kind" | "ignoreCapacity" | "countsAsLoad">;

export interface Standing extends Measured {
  /** Online, on shift and with room; skills and shops are another matter. */
  readonly isFree: boolean;
}

const never: ReadonlySet<string> = new Set();

export class Standings {
  readonly #people: People;
  readonly #load: LoadState;
  readonly #factor: number;
  /** By agent order; `undefined` = to be measured. */
  readonly #known: (Standing | undefined)[] = [];
  #need: Need;

  /** `factor` is the campaign's on the capacity of the group that tickets come through. */
  constructor(people: People, load: LoadState, need: StandingNeed, factor: number) {
    this.#people = people;
    this.#load = load;
    this.#factor = factor;
    this.#need = { ...need, shop: null, exclude: [], skills: [], shiftsOn: never };
  }

  /** The agent's row changed. */
  forget({ order }: TeamAgent): void {
    this.#known[order] = undefined;
  }

  forgetAll(): void {
    this.#known.length = 0;
  }

  /** Whoever works in shifts is measured again when others are on than before. */
  turn(shiftsOn: ReadonlySet<string>): void {
    if (shiftsOn === this.#need.shiftsOn) return;
    this.#need = { ...this.#need, shiftsOn };
    for (const agent of this.#people.inShifts) this.forget(agent);
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
