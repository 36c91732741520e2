/** Thrown inside a step when an outcome depends on facts that a plugin has to fetch first. */
import type { Facts } from "../state/events.ts";

/**
 * Not a failure: the runtime fetches the facts outside any lock, stores them with the event and steps again.
 * Nothing of the interrupted step is kept.
 */
export class FactsNeeded extends Error {
  readonly facts: readonly string[];
  /** Every fact that is there: what the needed ones are looked up by. */
  readonly known: Facts;

  constructor(facts: readonly string[], known: Facts) {
    super(`the decision needs ${facts.join(", ")}`);
    this.name = "FactsNeeded";
    this.facts = facts;
    this.known = known;
  }
}
