/** The moves of one clock. Each gives a new clock and notes what it did; none looks at the ticket. */
import type { ClockState } from "../../state/ticket-state.ts";
import { type TargetRule } from "../policy/target-rule.ts";
import { type Session } from "./session.ts";
/** A new cycle that counts from `startedAt`; already past means breached at its due. */
export declare function start(session: Session, rule: TargetRule, cycle: number, startedAt: number): ClockState;
/** Marks a running clock whose due has come by `upTo` as breached at its due. */
export declare function breachIfDue(session: Session, clock: ClockState, upTo: number): ClockState;
export declare function pause(session: Session, clock: ClockState, at: number, reason: string): ClockState;
/** Runs again from `at`. A breached clock keeps the due that it broke. */
export declare function resume(session: Session, clock: ClockState, at: number, reason?: string): ClockState;
/** A pause that outlasted the policy's `maxPause` by `upTo` ended at exactly that limit. */
export declare function endLongPause(session: Session, clock: ClockState, upTo: number): ClockState;
/** The clock has done its work: its cycle was fulfilled, or the ticket is resolved. */
export declare function stop(session: Session, clock: ClockState, at: number, because?: "resolved"): ClockState;
/** There is nothing left to measure. */
export declare function cancel(session: Session, clock: ClockState, at: number, reason: "resolved" | "no-target"): ClockState;
/** Runs on: after a resolved ticket came back without the time between, after a target came back with it. */
export declare function reopen(session: Session, clock: ClockState): ClockState;
/** A clock under another target or calendar, elapsed kept; already past means breached now. */
export declare function withRule(session: Session, clock: ClockState, rule: TargetRule, revision?: number): ClockState;
/** Takes over a clock made by `withRule`: reminders are armed again only if the due moved later and they lie ahead. */
export declare function retarget(session: Session, clock: ClockState, moved: ClockState, reason?: string): ClockState;
/** The due as it stands now: a paused clock's moves with the time. */
export declare const dueNow: (clock: ClockState, { policy, now }: Session) => number;
