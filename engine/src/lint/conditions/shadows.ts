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

/** Where the proofs of a list stand. */
interface Search<T extends OrderedEntry> {
  readonly entries: readonly T[];
  readonly index: ProofIndex;
  readonly budget: Budget;
}

/** The places of entries in the index that provably take all that `later` takes, in their order. */
function coversOf<T extends OrderedEntry>(
  later: T,
  { entries, index, budget }: Search<T>,
): readonly number[] {
  const found = new Set<number>();
  for (const candidate of index.find(later.when)) {
    budget.steps -= 1;
    const earlier = entries[candidate];
    if (budget.steps <= 0) break;
    if (!earlier || found.has(candidate) || !isActiveThroughout(earlier, later)) continue;
    if (implies(later.when, earlier.when, budget)) found.add(candidate);
  }
  return [...found].sort((a, b) => a - b);
}

/** For each shadowed entry, the first that provably takes all of its tickets before it. */
export function findShadows(entries: readonly OrderedEntry[]): ReadonlyMap<number, number> {
  const search = { entries, index: new ProofIndex(), budget: { steps: proofSteps } };
  const shadows = new Map<number, number>();
  for (const [at, later] of entries.entries()) {
    if (search.budget.steps <= 0) break;
    const [first] = coversOf(later, search);
    if (first !== undefined) shadows.set(at, first);
    // One that is shadowed covers nothing that its shadow does not.
    else if (later.ends) search.index.add(at, later.when);
  }
  return shadows;
}

/** For each entry that asks, every earlier one that takes part and provably takes all of its tickets. */
export function coveredBy<T extends OrderedEntry>(
  entries: readonly T[],
  takesPart: (entry: T) => boolean,
): readonly { readonly later: T; readonly earlier: readonly T[] }[] {
  const search = { entries, index: new ProofIndex(), budget: { steps: proofSteps } };
  const found: { later: T; earlier: readonly T[] }[] = [];
  for (const [at, later] of entries.entries()) {
    if (search.budget.steps <= 0) break;
    if (!takesPart(later)) continue;
    const earlier = coversOf(later, search).flatMap((place) => entries[place] ?? []);
    if (earlier.length > 0) found.push({ later, earlier });
    search.index.add(at, later.when);
  }
  return found;
}
