/** Every piece of advice, by what it is about; the one list that names them. A test compares it with the folders. */
import type { DocumentKind } from "@sluice/schemas";
import { closedAhead } from "./calendar/closed-ahead.ts";
import { statutoryEnd } from "./calendar/statutory-end.ts";
import { openClocksShorten } from "./campaign/open-clocks-shorten.ts";
import { over } from "./campaign/over.ts";
import { overlap } from "./campaign/overlap.ts";
import { phaseOverlap } from "./campaign/phase-overlap.ts";
import { prependedRoutes } from "./campaign/prepended-routes.ts";
import { prependedRules } from "./campaign/prepended-rules.ts";
import { shorterPromise } from "./campaign/shorter-promise.ts";
import { missingCounts } from "./condition/missing-counts.ts";
import { never } from "./condition/never.ts";
import { routeListRules, ruleListRules } from "./list-rules.ts";
import { routeListsOf } from "./route-lists.ts";
import { pools } from "./routing/pools.ts";
import type { ConditionRule, LintRule } from "./rule.ts";
import { ruleListsOf } from "./rule-lists.ts";
import { unused } from "./segment/unused.ts";
import { emptyCells } from "./sla/empty-cells.ts";
import { silentReminders } from "./sla/silent-reminders.ts";
import { tierUnreachable } from "./sla/tier-unreachable.ts";
import { errorUnwired } from "./workflow/error-unwired.ts";
import { loop } from "./workflow/loop.ts";
import { noIntake } from "./workflow/no-intake.ts";
import { taskNobody } from "./workflow/task-nobody.ts";
import { unreachable } from "./workflow/unreachable.ts";
import { unwiredPorts } from "./workflow/unwired-ports.ts";

const ofRuleset: readonly LintRule<"classification">[] = ruleListRules.map(({ id, check }) => ({
  id,
  check: (document, context) =>
    ruleListsOf({ ...document, kind: "classification" }, context).flatMap((list) => check(list, context)),
}));

const ofPolicy: readonly LintRule<"routing">[] = routeListRules.map(({ id, check }) => ({
  id,
  check: (document, context) =>
    routeListsOf({ ...document, kind: "routing" }, context).flatMap((list) => check(list, context)),
}));

export const lintRules: { readonly [K in DocumentKind]: readonly LintRule<K>[] } = {
  segment: [unused],
  calendar: [closedAhead, statutoryEnd],
  classification: ofRuleset,
  sla: [emptyCells, tierUnreachable, silentReminders],
  routing: [...ofPolicy, pools],
  workflow: [unreachable, unwiredPorts, errorUnwired, loop, taskNobody, noIntake],
  campaign: [overlap, phaseOverlap, shorterPromise, openClocksShorten, prependedRules, prependedRoutes, over],
};

/** About any condition of any document. */
export const conditionRules: readonly ConditionRule[] = [never, missingCounts];
