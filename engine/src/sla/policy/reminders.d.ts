/** Reminders of a policy, read once. */
import type { SlaMetric, SlaReminder } from "@sluice/schemas";
/** When a reminder is due: a share of the target, or open time or working days relative to due (negative = before). */
export type ReminderMoment = {
    readonly type: "share";
    readonly share: number;
} | {
    readonly type: "open";
    readonly ms: number;
} | {
    readonly type: "workingDays";
    readonly days: number;
};
export interface CompiledReminder {
    readonly id: string;
    readonly metric: SlaMetric | "*";
    readonly at: ReminderMoment;
    readonly otherwise: ReminderMoment | null;
    /** As the policy has it. */
    readonly source: SlaReminder;
}
/** Reads `-PT30M`, `PT0S`, `-P1D` or `75%`; `undefined` for anything else, days mixed with hours included. */
export declare function readMoment(text: string): ReminderMoment | undefined;
/** Prepares a reminder; throws `document.invalid` for a time that `checkSla` refuses. */
export declare const compileReminder: (reminder: SlaReminder) => CompiledReminder;
