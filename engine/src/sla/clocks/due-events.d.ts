/** What a clock will do by itself: remind, breach, end a pause that lasted too long. */
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { CompiledReminder } from "../policy/reminders.ts";
export type DueEvent = {
    readonly at: number;
    readonly type: "pause-end";
} | {
    readonly at: number;
    readonly type: "breach";
} | {
    readonly at: number;
    readonly type: "reminder";
    readonly reminder: CompiledReminder;
};
/** When a reminder is due: `at`, or `else` where `at` falls at or before the start; `null` when neither fits. */
export declare function reminderInstant(clock: ClockState, reminder: CompiledReminder, policy: CompiledSla): number | null;
/** When the present pause ends by itself; `null` for none, and for what no status causes. */
export declare function pauseLimit(clock: ClockState, policy: CompiledSla): number | null;
/** The earliest thing a clock will do by itself; at one instant the breach goes before its reminders. */
export declare function nextEvent(clock: ClockState, policy: CompiledSla): DueEvent | null;
/** The clock with its `nextAt` worked out anew. */
export declare const rearmed: (clock: ClockState, policy: CompiledSla) => ClockState;
