/**
 * How rare it is that a predicate holds, guessed from the ruleset alone: the share of tickets, 0 to 1. Only the order
 * of the guesses matters: it says by which of several necessary predicates a rule is found.
 */
import type { FactRead } from "../condition-node.ts";
import { entryOf } from "./entry-of.ts";
import type { Predicate } from "./predicates.ts";

/** A Chinese word of two characters is about as rare as an English one of five letters. */
const shareOfKeyword = (keyword: string): number => {
  let weight = 0;
  for (let at = 0; at < keyword.length; at += 1) weight += keyword.charCodeAt(at) < 0x2e80 ? 0.4 : 1;
  return Math.max(0.5 * 0.1 ** weight, 1e-9);
};

interface Seen {
  listed: number;
  readonly values: Set<unknown>;
  readonly ends: Set<number>;
}

function seenByFact(predicates: readonly Predicate[]): ReadonlyMap<FactRead, Seen> {
  const facts = new Map<FactRead, Seen>();
  for (const { of, finds } of predicates) {
    if (!of || !finds || finds.type === "keywords") continue;
    const seen = entryOf(facts, of, () => ({ listed: 0, values: new Set(), ends: new Set() }));
    if (finds.type === "values") {
      seen.listed += finds.values.length;
      for (const value of finds.values) seen.values.add(value);
    } else seen.ends.add(finds.from).add(finds.to);
  }
  return facts;
}

/** Above this many predicates that one value makes true, asking the few that are needed is cheaper. */
const crowd = 24;

/** The facts whose values each make many predicates true. */
export const crowdedFacts = (predicates: readonly Predicate[]): ReadonlySet<FactRead | undefined> =>
  new Set(
    [...seenByFact(predicates)].flatMap(([of, { listed, values }]) =>
      listed > crowd * values.size ? [of] : [],
    ),
  );

/** A range with two ends is taken to hold the fewer facts the more ends the ruleset knows beside it. */
function shareOfRange(from: number, to: number, ends: number): number {
  const isOpen = from === Number.NEGATIVE_INFINITY || to === Number.POSITIVE_INFINITY;
  return isOpen ? 0.5 : Math.min(0.3, 2 / (ends + 1));
}

/** Makes the guess for each of the predicates. */
export function guessShares(predicates: readonly Predicate[]): Float64Array {
  const facts = seenByFact(predicates);
  return Float64Array.from(predicates, ({ of, finds }) => {
    if (!finds || !of) return 1;
    if (finds.type === "keywords")
      return Math.min(
        1,
        finds.keywords.reduce((sum, keyword) => sum + shareOfKeyword(keyword), 0),
      );
    const seen = facts.get(of) as Seen;
    if (finds.type === "range") return shareOfRange(finds.from, finds.to, seen.ends.size);
    return Math.min(1, finds.values.length / (seen.values.size + 1));
  });
}
