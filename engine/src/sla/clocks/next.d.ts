/** The one timer of a ticket's clocks. */
import type { ClockState } from "../../state/ticket-state.ts";
/** The earliest instant at which one of the clocks does something by itself, or `null`. */
export declare const nextSlaAt: (clocks: readonly ClockState[]) => number | null;
