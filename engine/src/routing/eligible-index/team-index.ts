/** Finds the index of a step on a load state: groups that are small, or ranked in no fixed order, have none. */
import type { LoadState } from "../load-state.ts";
import type { People } from "../team.ts";
import { type IndexedStep, LoadIndex } from "./load-index.ts";
import type { NeedIndex } from "./need-index.ts";
import { canBeRanked } from "./ranking.ts";

/** A group with at most this many members is scanned: that costs no more than keeping an index. */
const smallGroup = 50;

/** The indexes of one team; they go with their load state. */
export class TeamIndex {
  readonly #people: People;
  readonly #byLoad = new WeakMap<LoadState, LoadIndex>();

  constructor(people: People) {
    this.#people = people;
  }

  /** `null` when the group is to be scanned. */
  find(load: LoadState, step: IndexedStep): NeedIndex | null {
    if (this.#people.members(step.group).length <= smallGroup || !canBeRanked(step.strategy)) return null;
    const index = this.#byLoad.get(load) ?? new LoadIndex(this.#people, load);
    this.#byLoad.set(load, index);
    return index.find(step);
  }
}
