/** Time passing: reminders, breaches and pauses that end by themselves, in due order, each once. */
import type { SlaDecision } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import type { FiredReminder } from "./fired.ts";
import { type ClockOptions } from "./session.ts";
export interface SlaAdvanced {
    readonly clocks: readonly ClockState[];
    readonly fired: readonly FiredReminder[];
    /** Breaches and pauses that ended (`reason: "max-pause"`). */
    readonly decision: SlaDecision | null;
}
/** Does everything that is due at or before `now`. After downtime it catches up in due order and says how late. */
export declare function advanceSla(policy: CompiledSla, _situation: SlaSituation, clocks: readonly ClockState[], now: number, options?: ClockOptions): SlaAdvanced;
