/** Starting a policy on a ticket. */
import type { SlaDecision } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import type { ClockOptions } from "./session.ts";
export interface StartOptions extends ClockOptions {
    /** The clocks that the ticket already has: they are retargeted with their elapsed time kept. */
    readonly clocks?: readonly ClockState[];
}
export interface SlaStarted {
    readonly clocks: readonly ClockState[];
    readonly decision: SlaDecision;
}
/**
 * Starts a policy's clocks; on a ticket that has clocks, they follow the policy, its revision and the live
 * revisions of its calendars, with their elapsed time kept. Pure; `now` is epoch ms.
 */
export declare function startSla(policy: CompiledSla, situation: SlaSituation, now: number, options?: StartOptions): SlaStarted;
