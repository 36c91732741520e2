/** Entries of an ordered list of which an earlier one takes everything: in far less than the square of its length. */
import { type Budget, implies } from "./implies.ts";
import { ProofIndex } from "./proof-index.ts";
import type { Proposition } from "./proposition.ts";

export interface OrderedEntry {
  readonly when: Proposition;
  /** Whether a ticket that it takes reaches no later entry. */
  readonly ends: boolean;
  /** Active for `from ≤ now < until`, epoch ms. */
  readonly from: number;
  readonly until: number;
}

/** Steps of proof for one list; then the rest of it is passed over in silence. */
const proofSteps = 100_000;

const isActiveThroughout = (earlier: OrderedEntry, later: OrderedEntry): boolean =>
  earlier.from <= later.from && earlier.until >= later.until;

/** For each shadowed entry, one that provably takes all of its tickets before it. */
export function findShadows(entries: readonly OrderedEntry[]): ReadonlyMap<number, number> {
  const budget: Budget = { steps: proofSteps };
  const index = new ProofIndex();
  const shadows = new Map<number, number>();
  for (const [at, later] of entries.entries()) {
    if (budget.steps <= 0) break;
    for (const candidate of index.find(later.when)) {
      budget.steps -= 1;
      const earlier = entries[candidate];
      if (budget.steps <= 0) break;
      if (!earlier || !isActiveThroughout(earlier, later)) continue;
      if (!implies(later.when, earlier.when, budget)) continue;
      shadows.set(at, candidate);
      break;
    }
    // One that is shadowed covers nothing that its shadow does not.
    if (later.ends && !shadows.has(at)) index.add(at, later.when);
  }
  return shadows;
}
