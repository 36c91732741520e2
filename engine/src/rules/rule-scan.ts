/** Finding the rules that match by asking each in turn. An index may take its place behind the same interface. */
import type { CompiledRule } from "./classification-rules.ts";
import { isActive } from "./classification-rules.ts";
import type { Needs } from "./condition-node.ts";
import type { Evaluation, FactId } from "./evaluation.ts";

/** Answers the matching rules in document order, up to the one that ends the list. */
export interface RuleMatcher {
  /** A missing fact is `undefined`. */
  test(evaluation: Evaluation, now: number): readonly CompiledRule[];
  /** As `test`, or the fetched facts on which the list still depends. */
  evaluate(evaluation: Evaluation, now: number): readonly CompiledRule[] | Needs;
}

/** A matcher that reads the list top-down; `ends` says whether a matching rule is the last. */
export function scanRules(
  rules: readonly CompiledRule[],
  ends: (rule: CompiledRule) => boolean,
): RuleMatcher {
  const test = (evaluation: Evaluation, now: number) => {
    const matched: CompiledRule[] = [];
    for (const rule of rules) {
      if (!isActive(rule, now) || !rule.node.test(evaluation)) continue;
      matched.push(rule);
      if (ends(rule)) break;
    }
    return matched;
  };
  const evaluate = (evaluation: Evaluation, now: number) => {
    const matched: CompiledRule[] = [];
    const needs = new Set<FactId>();
    for (const rule of rules) {
      if (!isActive(rule, now)) continue;
      const result = rule.node.evaluate(evaluation);
      if (typeof result === "object") for (const fact of result.needs) needs.add(fact);
      if (result !== true) continue;
      matched.push(rule);
      if (ends(rule)) break;
    }
    return needs.size > 0 ? { needs: [...needs] } : matched;
  };
  return { test, evaluate: rules.some((rule) => rule.node.mayNeed) ? evaluate : test };
}
