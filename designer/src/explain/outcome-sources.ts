/** Who gave what: tags by their rule, and matched rules whose category or priority did not win. */
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

/** Tags with the rule that gave them, in the order of their first tag. */
export function tagsBySource({
  outcome,
  sources,
}: Pick<ClassificationDecision, "outcome" | "sources">): readonly (readonly [
  source: string,
  tags: readonly string[],
])[] {
  const groups = new Map<string, string[]>();
  for (const tag of outcome.tags) {
    const source = sources.tags[tag] ?? "";
    const group = groups.get(source);
    if (group) group.push(tag);
    else groups.set(source, [tag]);
  }
  return [...groups];
}

/** The parts that a matched rule gave in vain, each with the name of the rule that won, or what else did. */
export function losesIn(
  decision: Pick<ClassificationDecision, "matched" | "sources">,
  rule: MatchedRule,
): readonly { readonly part: "category" | "priority"; readonly winner: string }[] {
  return (["category", "priority"] as const).flatMap((part) => {
    const source = decision.sources[part];
    const lost = losingRules(decision, part).find((one) => one.rule === rule);
    const winner = decision.matched.find(({ id }) => id === source);
    // Giving the same value is no defeat.
    if (!lost || source === undefined || winner?.gave[part] === lost.value) return [];
    return [{ part, winner: winner?.name || source }];
  });
}
