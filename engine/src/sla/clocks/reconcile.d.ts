/** One metric's clocks brought in line with the ticket: start, stop, pause, resume, restart, retarget. */
import type { SlaMetric } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { SlaTargets } from "../policy/policy.ts";
import type { TargetRule } from "../policy/target-rule.ts";
import { type SlaSituation } from "../situation.ts";
import type { Session } from "./session.ts";
export interface Reconciliation extends Session {
    readonly situation: SlaSituation;
    readonly targets: SlaTargets;
    /** The policy or its revision was chosen anew: calendars follow to their live revisions. */
    readonly fresh: boolean;
}
/** Takes a rule over; the same target on the same calendar is no change. */
export declare function adopt(clock: ClockState, rule: TargetRule, scope: Reconciliation): ClockState;
/** All clocks of one metric after the change; earlier cycles stay as they are. */
export declare function reconcileMetric(metric: SlaMetric, clocks: readonly ClockState[], scope: Reconciliation): readonly ClockState[];
