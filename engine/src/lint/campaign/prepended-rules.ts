/** What is wrong with rules is wrong with those that a phase puts before a ruleset, too. */
import { ruleListRules } from "../list-rules.ts";
import type { LintRule } from "../rule.ts";
import { ruleListsOf } from "../rule-lists.ts";

export const prependedRules: LintRule<"campaign"> = {
  id: "prepended-rules",
  check: (document, context) =>
    ruleListsOf({ ...document, kind: "campaign" }, context).flatMap((list) =>
      ruleListRules.flatMap((rule) => rule.check(list, context)),
    ),
};
