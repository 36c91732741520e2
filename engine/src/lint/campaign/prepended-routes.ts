/** What is wrong with routes is wrong with those that a phase puts before a policy, too. */
import { routeListRules } from "../list-rules.ts";
import { routeListsOf } from "../route-lists.ts";
import type { LintRule } from "../rule.ts";

export const prependedRoutes: LintRule<"campaign"> = {
  id: "prepended-routes",
  check: (document, context) =>
    routeListsOf({ ...document, kind: "campaign" }, context).flatMap((list) =>
      routeListRules.flatMap((rule) => rule.check(list, context)),
    ),
};
