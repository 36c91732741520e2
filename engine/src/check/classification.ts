/** classification: rule ids, conditions, windows and the categories that rules give. */
import type { ClassificationRule, Problem, SluiceDocument } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
import { checkDuplicates } from "./duplicates.ts";
import { at, below } from "./pointer.ts";
import { checkReference } from "./references.ts";
import { checkWindow } from "./window.ts";

/** Faults of a rule by itself; pointers begin at the rule. */
function faultsOf(rule: ClassificationRule, context: CheckContext): Problem[] {
  const window = { from: rule.activeFrom, until: rule.activeUntil };
  return [
    ...context.conditions(rule.when, "/when", "classification"),
    ...checkWindow(window, "", ["activeFrom", "activeUntil"]),
    ...checkReference("category", rule.then.category, "/then/category", context),
  ];
}

const checkRule = (rule: ClassificationRule, path: string, context: CheckContext): Problem[] =>
  below(
    path,
    context.recall("faults", rule, () => faultsOf(rule, context)),
  );

/** Rules of a ruleset, or those that a campaign puts before it. */
export const checkRules = (
  rules: readonly ClassificationRule[],
  path: string,
  context: CheckContext,
): Problem[] => [
  ...checkDuplicates(rules, path),
  ...rules.flatMap((rule, index) => checkRule(rule, at(path, index), context)),
];

/** Everything that keeps a ruleset from being published. */
export const checkClassification = (
  { spec }: SluiceDocument<"classification">,
  context: CheckContext,
): Problem[] => [
  ...checkRules(spec.rules, "/spec/rules", context),
  ...checkReference("category", spec.otherwise?.category, "/spec/otherwise/category", context),
];
