/** A conjunction that no ticket can meet. */
import { type Finding, finding } from "@sluice/schemas";
import { childPlaces } from "../condition-places.ts";
import { contradictedFact } from "../conditions/contradiction.ts";
import { withoutClash } from "../conditions/without-clash.ts";
import type { ConditionPlace, ConditionRule, LintContext } from "../rule.ts";

/** The widest conjunctions: nested ones belong to the one around them. */
function conjunctions(place: ConditionPlace): readonly ConditionPlace[] {
  const { when } = place;
  return "all" in when || "fact" in when ? [place] : childPlaces(place).flatMap(conjunctions);
}

/** The disjunctions inside a conjunction hold conjunctions of their own. */
function inner(place: ConditionPlace): readonly ConditionPlace[] {
  return childPlaces(place).flatMap((child) =>
    "all" in child.when ? inner(child) : "fact" in child.when ? [] : conjunctions(child),
  );
}

function findNever(place: ConditionPlace, context: LintContext): readonly Finding[] {
  const fact = contradictedFact(context.propositions.read(place.when));
  if (fact === undefined) return inner(place).flatMap((one) => findNever(one, context));
  const values = { fact: context.facts.get(fact)?.label ?? fact };
  return [
    finding("warning", place.path, "condition.never", values, withoutClash(place, context.propositions)),
  ];
}

export const never: ConditionRule = {
  id: "never",
  check: (place, context) => conjunctions(place).flatMap((one) => findNever(one, context)),
};
