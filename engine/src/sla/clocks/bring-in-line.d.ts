/** All clocks of a ticket brought in line with it, metric by metric. */
import { type SlaDecision } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import { type ClockOptions } from "./session.ts";
export interface SlaUpdated {
    /** The very same list when nothing changed. */
    readonly clocks: readonly ClockState[];
    readonly decision: SlaDecision | null;
}
/** What a call works on. */
export interface ClocksInput {
    readonly policy: CompiledSla;
    readonly situation: SlaSituation;
    readonly clocks: readonly ClockState[];
    readonly now: number;
    readonly options: ClockOptions;
}
/** New clocks and what changed; with `fresh`, calendars follow to their live revisions. */
export declare function bringInLine({ policy, situation, clocks, now, options }: ClocksInput, fresh: boolean): SlaUpdated;
