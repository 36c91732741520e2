/** Every piece of advice, by what it is about; the one list that names them. A test compares it with the folders. */
import type { DocumentKind } from "@sluice/schemas";
import { closedAhead } from "./calendar/closed-ahead.ts";
import { statutoryEnd } from "./calendar/statutory-end.ts";
import { over } from "./campaign/over.ts";
import { overlap } from "./campaign/overlap.ts";
import { phaseOverlap } from "./campaign/phase-overlap.ts";
import { shorterPromise } from "./campaign/shorter-promise.ts";
import { duplicate } from "./classification/duplicate.ts";
import { givesNothing } from "./classification/gives-nothing.ts";
import { inactive } from "./classification/inactive.ts";
import { shadowed } from "./classification/shadowed.ts";
import { missingCounts } from "./condition/missing-counts.ts";
import { never } from "./condition/never.ts";
import { people } from "./routing/people.ts";
import { routeUnreachable } from "./routing/route-unreachable.ts";
import { stepOrder } from "./routing/step-order.ts";
import type { ConditionRule, LintRule } from "./rule.ts";
import { unused } from "./segment/unused.ts";
import { emptyCells } from "./sla/empty-cells.ts";
import { silentReminders } from "./sla/silent-reminders.ts";
import { tierUnreachable } from "./sla/tier-unreachable.ts";
import { errorUnwired } from "./workflow/error-unwired.ts";
import { loop } from "./workflow/loop.ts";
import { noIntake } from "./workflow/no-intake.ts";
import { unreachable } from "./workflow/unreachable.ts";
import { unwiredPorts } from "./workflow/unwired-ports.ts";

export const lintRules: { readonly [K in DocumentKind]: readonly LintRule<K>[] } = {
  segment: [unused],
  calendar: [closedAhead, statutoryEnd],
  classification: [shadowed, duplicate, givesNothing, inactive],
  sla: [emptyCells, tierUnreachable, silentReminders],
  routing: [routeUnreachable, stepOrder, people],
  workflow: [unreachable, unwiredPorts, errorUnwired, loop, noIntake],
  campaign: [overlap, phaseOverlap, shorterPromise, over],
};

/** About any condition of any document. */
export const conditionRules: readonly ConditionRule[] = [never, missingCounts];
