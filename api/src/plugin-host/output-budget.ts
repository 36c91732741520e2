/** A bound on how much may come in per window of time; what floods is noticed, not stored. */

/** Counts amounts. */
export interface OutputBudget {
  /** Adds an amount; false once the window's limit is passed. */
  spend(amount: number): boolean;
}

/** At most `limit` in each window of `windowMs`, by the given monotonic clock. */
export function createOutputBudget(
  limit: number,
  windowMs: number,
  now: () => number = () => performance.now(),
): OutputBudget {
  let from = now();
  let spent = 0;
  return {
    spend(amount) {
      if (now() - from >= windowMs) {
        from = now();
        spent = 0;
      }
      spent += amount;
      return spent <= limit;
    },
  };
}
