/** Matched rules whose category or priority did not win: the answer to "why not that one". */
import type { ClassificationDecision, MatchedRule } from "@sluice/schemas";

/** A rule that gave something else than what the ticket got. */
export interface LosingRule {
  readonly rule: MatchedRule;
  readonly value: string;
}

/** The matched rules that gave `part` and are not its source, in order; those that gave the same value too. */
export function losingRules(
  { matched, sources }: Pick<ClassificationDecision, "matched" | "sources">,
  part: "category" | "priority",
): readonly LosingRule[] {
  const winner = matched.find(({ id }) => id === sources[part]);
  return matched.flatMap((rule) => {
    const value = rule.gave[part];
    return rule !== winner && typeof value === "string" ? [{ rule, value }] : [];
  });
}
