/** Rules that are never reached, because an earlier one takes all of their tickets and ends the list. */
import { type Finding, type FindingFix, finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { holdsAlways } from "../conditions/always.ts";
import { type Budget, implies } from "../conditions/implies.ts";
import { findShadows } from "../conditions/shadows.ts";
import { moveUp, removal } from "../fixes.ts";
import type { LintContext } from "../rule.ts";
import { entriesOf, named, type RuleEntry, type RuleList, type RuleListRule } from "../rule-lists.ts";

const isLast = ({ when, ends, from, until }: RuleEntry): boolean =>
  ends && !Number.isFinite(from) && !Number.isFinite(until) && holdsAlways(when);

/** Above the other it is reached; unless both take the same tickets, and the other would not be any more. */
function mend(one: RuleEntry, by: RuleEntry, path: string): FindingFix {
  const budget: Budget = { steps: 10_000 };
  const same = implies(by.when, one.when, budget) || budget.steps <= 0 || holdsAlways(one.when);
  return same ? removal(at(path, one.index), "remove-rule") : moveUp(path, one.index, by.index, one.rule);
}

function check(list: RuleList, context: LintContext): readonly Finding[] {
  const { path } = list;
  const entries = entriesOf(list, context);
  const last = entries.findIndex(isLast);
  const reached = last < 0 ? entries : entries.slice(0, last + 1);
  const tell = (
    one: RuleEntry,
    by: RuleEntry,
    code: "classification.shadowed" | "classification.after-always",
  ) => finding("warning", at(path, one.index), code, named(by), mend(one, by, path));
  const shadowed = [...findShadows(reached)].flatMap(([later, earlier]) => {
    const [one, by] = [reached[later], reached[earlier]];
    return one && by ? [tell(one, by, "classification.shadowed")] : [];
  });
  const lastEntry = entries[last];
  const beyond = lastEntry ? entries.slice(last + 1) : [];
  return [
    ...shadowed,
    ...beyond.flatMap((one) => (lastEntry ? [tell(one, lastEntry, "classification.after-always")] : [])),
  ];
}

export const shadowed: RuleListRule = { id: "shadowed", check };
