/**
 * What is known of one ticket while it is matched: which predicates hold, and which rules may match because of it.
 * One object serves one ticket after the other.
 */
import type { PostingLists } from "./posting-lists.ts";
import type { RuleBits } from "./rule-bits.ts";

/** What is known of a predicate; 0 is nothing yet. */
export const yes = 1;
export const no = 2;
/** A segment that was triggered, whatever else is known of it. */
const triggered = 4;

export class Marks {
  /** One byte for each predicate: the whole of it stays in the nearest memory. */
  readonly #state: Uint8Array;
  /** The predicates whose state is not 0. */
  readonly #touched: Int32Array;
  #count = 0;
  readonly #triggers: PostingLists;
  readonly #candidates: RuleBits;

  /** `triggers`: for each predicate the rules (`r`) and segments (`~predicate`) that it may make true. */
  constructor(triggers: PostingLists, candidates: RuleBits) {
    const predicates = triggers.start.length - 1;
    this.#state = new Uint8Array(predicates);
    this.#touched = new Int32Array(predicates);
    this.#triggers = triggers;
    this.#candidates = candidates;
  }

  /** Forgets the ticket before. */
  reset(): void {
    for (let at = 0; at < this.#count; at += 1) this.#state[this.#touched[at] as number] = 0;
    this.#count = 0;
  }

  /** `yes`, `no`, or 0 when it is not known. */
  knows(predicate: number): number {
    return (this.#state[predicate] as number) & (yes | no);
  }

  /** Keeps what was found out. */
  note(predicate: number, known: number): void {
    const state = this.#state[predicate] as number;
    if (state === 0) this.#touched[this.#count++] = predicate;
    this.#state[predicate] = state | known;
  }

  /** A predicate is known to hold. */
  hold(predicate: number): void {
    if (this.knows(predicate) !== 0) return;
    this.note(predicate, yes);
    this.trigger(predicate);
  }

  /** A predicate may hold: whatever it could make true has to be looked at. */
  trigger(predicate: number): void {
    const { start, items } = this.#triggers;
    const end = start[predicate + 1] as number;
    for (let at = start[predicate] as number; at < end; at += 1) {
      const target = items[at] as number;
      if (target >= 0) this.#candidates.add(target);
      else if (((this.#state[~target] as number) & triggered) === 0) {
        this.note(~target, triggered);
        this.trigger(~target);
      }
    }
  }
}
