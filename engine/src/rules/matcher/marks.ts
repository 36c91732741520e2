/**
 * What is known of one ticket while it is matched: which predicates hold, and which rules may match because of it.
 * One object serves one ticket after the other: entries count only with the present generation's stamp.
 */
import type { PostingLists } from "./posting-lists.ts";
import type { RuleBits } from "./rule-bits.ts";

/** Stamps are small integers; before they run out everything is cleared. */
const lastStamp = 2 ** 30 - 2;

export class Marks {
  /** The stamps that mean "holds" and "does not hold" for the present ticket; any other means "not known". */
  yes = 1;
  no = 2;
  readonly state: Int32Array;
  readonly #triggered: Int32Array;
  readonly #triggers: PostingLists;
  readonly #candidates: RuleBits;

  /** `triggers`: for each predicate the rules (`r`) and segments (`~predicate`) that it may make true. */
  constructor(triggers: PostingLists, candidates: RuleBits) {
    const predicates = triggers.start.length - 1;
    this.state = new Int32Array(predicates);
    this.#triggered = new Int32Array(predicates);
    this.#triggers = triggers;
    this.#candidates = candidates;
  }

  /** Forgets the ticket before. */
  next(): void {
    this.yes += 2;
    this.no += 2;
    if (this.yes < lastStamp) return;
    this.yes = 1;
    this.no = 2;
    this.state.fill(0);
    this.#triggered.fill(0);
  }

  /** A predicate is known to hold. */
  hold(predicate: number): void {
    if (this.state[predicate] === this.yes) return;
    this.state[predicate] = this.yes;
    this.trigger(predicate);
  }

  /** A predicate may hold: whatever it could make true has to be looked at. */
  trigger(predicate: number): void {
    const { start, items } = this.#triggers;
    const end = start[predicate + 1] as number;
    for (let at = start[predicate] as number; at < end; at += 1) {
      const target = items[at] as number;
      if (target >= 0) this.#candidates.add(target);
      else if (this.#triggered[~target] !== this.yes) {
        this.#triggered[~target] = this.yes;
        this.trigger(~target);
      }
    }
  }
}
