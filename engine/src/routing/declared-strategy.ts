/** A strategy that is declared as data (a plugin's): the same order everywhere, and nothing in it can hang or throw. */
import type { CandidateProperty, DeclaredStrategyDefinition, StrategyPreference } from "@sluice/schemas";
import { byKeys, type Candidate, type Key, type RoutingStrategy } from "./strategy.ts";

/** The value that is compared; who never had a ticket has waited longest, who has no capacity is as full as can be. */
const readProperty: Readonly<Record<CandidateProperty, (candidate: Candidate) => number>> = {
  load: ({ load }) => load,
  capacity: ({ capacity }) => capacity,
  saturation: ({ load, capacity }) => (capacity > 0 ? load / capacity : Number.MAX_VALUE),
  skillLevel: ({ skillLevel }) => skillLevel,
  // Compared only: the later the last assignment, the less somebody has waited.
  waited: ({ lastAssignedAt }) => (lastAssignedAt === null ? Number.MAX_VALUE : -lastAssignedAt),
  order: ({ order }) => order,
};

function toValue(preference: StrategyPreference): (candidate: Candidate) => number {
  if ("of" in preference) return readProperty[preference.of];
  const terms = Object.entries(preference.sum).map(
    ([name, weight]) => [readProperty[name as CandidateProperty], weight ?? 0] as const,
  );
  return (candidate) => terms.reduce((total, [value, weight]) => total + weight * value(candidate), 0);
}

/** Least first, so what is preferred most counts downwards. */
function toKey(preference: StrategyPreference): Key {
  const value = toValue(preference);
  return preference.prefer === "least" ? value : (candidate) => -value(candidate);
}

/** The strategy that a declaration describes; ties that it leaves go by the agent's id. */
export function declaredStrategy({ order, ...definition }: DeclaredStrategyDefinition): RoutingStrategy {
  return { definition, ...byKeys(...order.map(toKey)) };
}
