/** sla: tiers, their targets and calendars, reminders and whom they tell. */
import { type Problem, type SluiceDocument, type TargetTable } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
/** Calendars and facts that a table of targets names. */
export declare const checkTargetReferences: (targets: TargetTable | undefined, path: string, context: CheckContext) => Problem[];
/** Everything that keeps an SLA policy from being published. */
export declare function checkSla({ spec }: SluiceDocument<"sla">, context: CheckContext): Problem[];
