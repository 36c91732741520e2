/** `notEqual` and `notIn` hold for a fact without a value, which is seldom meant. */
import { type Condition, type ConditionLeaf, type Finding, finding, type Json } from "@sluice/schemas";
import { isReference } from "../../rules/condition-leaf.ts";
import { childPlaces } from "../condition-places.ts";
import { needsValue } from "../conditions/leaf-implies.ts";
import { meaningOf } from "../conditions/meaning.ts";
import { neverMissing } from "../conditions/never-missing.ts";
import { replacement } from "../fixes.ts";
import type { ConditionPlace, ConditionRule, LintContext } from "../rule.ts";

const isFact = (when: Condition): when is ConditionLeaf => "fact" in when;

/** A fact that a condition beside it needs a value of. */
const guardedBy = (siblings: readonly Condition[]): ReadonlySet<string> =>
  new Set(
    siblings
      .filter(isFact)
      .filter((leaf) => needsValue(meaningOf(leaf)))
      .map(({ fact }) => fact),
  );

function mayBeMissing(fact: string, { facts, options }: LintContext): boolean {
  if (neverMissing.has(fact) || !facts.get(fact)) return false;
  const key = /^ticket\.fields\.(.+)$/.exec(fact)?.[1];
  return !options.settings.fields.some((field) => field.key === key && field.required === true);
}

const namesNothing = (value: ConditionLeaf["value"]): boolean =>
  isReference(value) || value === null || (Array.isArray(value) && value.includes(null));

function findInLeaf(leaf: ConditionLeaf, path: string, context: LintContext): readonly Finding[] {
  const { fact, operator, value } = leaf;
  if (!["notEqual", "notIn"].includes(operator) || namesNothing(value) || !mayBeMissing(fact, context))
    return [];
  const present = { ...leaf, operator: "isPresent", value: true as Json };
  const fix = replacement(path, { all: [present, leaf] }, "ask-for-value");
  const label = context.facts.get(fact)?.label ?? fact;
  return [finding("info", path, "condition.missing-counts", { fact: label }, fix)];
}

function find(place: ConditionPlace, guarded: ReadonlySet<string>, context: LintContext): readonly Finding[] {
  const { when, path } = place;
  if (isFact(when)) return guarded.has(when.fact) ? [] : findInLeaf(when, path, context);
  // Under a denial the missing value makes the condition fail, not hold.
  if ("not" in when) return [];
  const around = "all" in when ? new Set([...guarded, ...guardedBy(when.all)]) : guarded;
  return childPlaces(place).flatMap((child) => find(child, around, context));
}

export const missingCounts: ConditionRule = {
  id: "missing-counts",
  check: (place, context) => find(place, new Set(), context),
};
