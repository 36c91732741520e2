/** Thrown inside a step when an outcome depends on facts that a plugin has to fetch first. */
/**
 * Not a failure: the runtime fetches the facts outside any lock, stores them with the event and steps again.
 * Nothing of the interrupted step is kept.
 */
export class FactsNeeded extends Error {
  facts;
  constructor(facts) {
    super(`the decision needs ${facts.join(", ")}`);
    this.name = "FactsNeeded";
    this.facts = facts;
  }
}
//# sourceMappingURL=facts-needed.js.map
