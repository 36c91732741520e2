/**
 * Outcomes that never count: of category and each field the first match wins, and an earlier rule that takes all of a
 * later one's tickets gives another. Of priorities that holds where the first counts; else a more urgent one wins.
 */
import { type ClassificationRule, type Finding, finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { coveredBy } from "../conditions/shadows.ts";
import { removal } from "../fixes.ts";
import type { LintContext } from "../rule.ts";
import { entriesOf, named, type RuleEntry, type RuleList, type RuleListRule } from "../rule-lists.ts";

/** One thing that a rule gives. */
interface Given {
  /** Below `then`. */
  readonly path: readonly string[];
  readonly value: unknown;
}

function givenBy({ then }: ClassificationRule, withPriority: boolean): readonly Given[] {
  const { category, priority, fields = {} } = then;
  return [
    ...(category === undefined ? [] : [{ path: ["category"], value: category }]),
    ...(priority === undefined || !withPriority ? [] : [{ path: ["priority"], value: priority }]),
    ...Object.entries(fields).map(([key, value]) => ({ path: ["fields", key], value })),
  ];
}

const idOf = ({ path }: Given): string => path.join("/");

/** Something that a rule gives in vain, and the first rule that always gives another before it. */
interface Overruled extends Given {
  readonly by: RuleEntry;
}

function overruledIn(
  later: RuleEntry,
  earlier: readonly RuleEntry[],
  withPriority: boolean,
): readonly Overruled[] {
  return givenBy(later.rule, withPriority).flatMap((one) => {
    const id = idOf(one);
    for (const by of earlier) {
      const before = givenBy(by.rule, withPriority).find((other) => idOf(other) === id);
      if (before) return JSON.stringify(before.value) === JSON.stringify(one.value) ? [] : [{ ...one, by }];
    }
    return [];
  });
}

/** The place goes, and the rule with it where it would give nothing any more. */
function mend({ rule, index }: RuleEntry, given: Given, list: RuleList) {
  const { then } = rule;
  const others = givenBy(rule, true).length > 1 || (then.addTags ?? []).length > 0 || then.stop === true;
  const path = at(list.path, index);
  return others ? removal(at(path, "then", ...given.path), "drop-overruled") : removal(path, "remove-rule");
}

function check(list: RuleList, context: LintContext): readonly Finding[] {
  // Where the first match ends the list, a rule that is covered is never reached at all.
  if (list.mode === "first") return [];
  const withPriority = list.priority === "first";
  const takesPart = ({ rule }: RuleEntry) => givenBy(rule, withPriority).length > 0;
  return coveredBy(entriesOf(list, context), takesPart).flatMap(({ later, earlier }) =>
    overruledIn(later, earlier, withPriority).map((given) =>
      finding(
        "warning",
        at(list.path, later.index, "then", ...given.path),
        "classification.overruled",
        named(given.by),
        mend(later, given, list),
      ),
    ),
  );
}

export const overruled: RuleListRule = { id: "overruled", check };
