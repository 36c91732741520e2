/** Thrown inside a step when an outcome depends on facts that a plugin has to fetch first. */
/**
 * Not a failure: the runtime fetches the facts outside any lock, stores them with the event and steps again.
 * Nothing of the interrupted step is kept.
 */
export declare class FactsNeeded extends Error {
  readonly facts: readonly string[];
  constructor(facts: readonly string[]);
}
