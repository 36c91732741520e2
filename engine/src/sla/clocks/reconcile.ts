/** One metric's clocks brought in line with the ticket: start, stop, pause, resume, restart, retarget. */
import type { SlaMetric } from "@sluice/schemas";
import type { ClockSegment, ClockState } from "../../state/ticket-state.ts";
import { type SlaMetricKind, slaMetricKind } from "../metrics/index.ts";
import { calendarOf } from "../policy/calendars.ts";
import { type CompiledOverlay, sameOverlay } from "../policy/overlay.ts";
import type { SlaTargets } from "../policy/policy.ts";
import { type TargetRule, toTarget } from "../policy/target-rule.ts";
import { endedAt, type SlaSituation } from "../situation.ts";
import { isLive, lastSegment, nextSegmentAt } from "./segments.ts";
import type { Session } from "./session.ts";
import { sameTarget } from "./target.ts";
import * as move from "./transitions.ts";

export interface Reconciliation extends Session {
  readonly situation: SlaSituation;
  readonly targets: SlaTargets;
  /** The policy or its revision was chosen anew: calendars follow to their live revisions. */
  readonly fresh: boolean;
}

const inForce = ({ policy, options }: Reconciliation): readonly CompiledOverlay[] =>
  (options.overlays ?? []).map((from) => policy.overlay(from));

/** The overlays a clock is pinned to; `undefined` when the phase is no longer known. */
function pinnedOverlays(clock: ClockState, scope: Reconciliation): readonly CompiledOverlay[] | undefined {
  const { overlay } = clock;
  if (overlay === null) return [];
  const active = inForce(scope).filter(({ ref }) => sameOverlay(ref, overlay));
  if (active.length > 0) return active;
  const found = scope.options.pinned?.(overlay.campaign, overlay.phase, overlay.revision) ?? [];
  return found.length > 0 ? found.map((from) => scope.policy.overlay(from)) : undefined;
}

/** Follows target, tiers and calendar. A pin outlives a moment in which the overlay says nothing. */
function follow(clock: ClockState, scope: Reconciliation): ClockState {
  const pinned = pinnedOverlays(clock, scope);
  if (pinned === undefined) return clock;
  const found = scope.targets.rule(clock.metric, pinned);
  if (!found) return move.cancel(scope, clock, scope.now, "no-target");
  return adopt(clock, { ...found, overlay: found.overlay ?? clock.overlay }, scope);
}

/** Takes a rule over; the same target on the same calendar is no change. */
export function adopt(clock: ClockState, rule: TargetRule, scope: Reconciliation): ClockState {
  const { calendar } = lastSegment(clock);
  const { ref } = scope.policy;
  const isKnown = ref.revision === clock.policy.revision && ref.key === clock.policy.key;
  const follows = scope.fresh || scope.options.calendar === rule.calendar;
  const stays = isKnown && !follows && calendar.key === rule.calendar;
  if (stays && isTargetKept(clock, rule, calendar, scope)) return relabelled(clock, rule);
  const moved = move.withRule(scope, clock, rule, stays ? calendar.revision : undefined);
  const now = lastSegment(moved).calendar;
  const isSame = now.key === calendar.key && now.revision === calendar.revision;
  if (!isSame || !sameTarget(clock.target, moved.target)) {
    return move.retarget(scope, clock, moved, scope.options.cause);
  }
  return { ...clock, policy: moved.policy, tiers: moved.tiers, overlay: moved.overlay };
}

/** Most changes of a ticket leave its targets as they are: then no due is worked out. */
function isTargetKept(
  clock: ClockState,
  rule: TargetRule,
  { key, revision }: ClockSegment["calendar"],
  { policy }: Reconciliation,
): boolean {
  const { compiled } = calendarOf(policy.calendars, key, revision);
  return sameTarget(clock.target, toTarget(rule.value, clock.startedAt, compiled));
}

/** The clock under tiers or a campaign that give it the target it has. */
const relabelled = (clock: ClockState, { tiers, overlay }: TargetRule): ClockState =>
  `${tiers}` === `${clock.tiers}` && sameOverlay(overlay, clock.overlay)
    ? clock
    : { ...clock, tiers, overlay };

/** Whether the clock runs because this very pause had lasted too long. */
function isPastLimit(clock: ClockState, status: string): boolean {
  if (lastSegment(clock).reason !== "max-pause") return false;
  return clock.segments.findLast(({ running }) => !running)?.reason === status;
}

function followStatus(clock: ClockState, scope: Reconciliation): ClockState {
  const { now, situation } = scope;
  const { status } = situation;
  const last = lastSegment(clock);
  const isPausing = scope.policy.pauseOn(clock.metric).includes(status);
  if (clock.state === "paused") {
    if (!isPausing) return move.resume(scope, clock, now);
    if (last.reason === status) return clock;
    const segments = nextSegmentAt(clock, now, { running: false, calendar: last.calendar, reason: status });
    return { ...clock, segments };
  }
  if (isPausing) return isPastLimit(clock, status) ? clock : move.pause(scope, clock, now, status);
  if (last.reason !== "max-pause") return clock;
  return { ...clock, segments: nextSegmentAt(clock, now, { running: true, calendar: last.calendar }) };
}

/** What became due by `upTo` is settled before anything else happens to the clock. */
const settle = (clock: ClockState, upTo: number, scope: Reconciliation): ClockState =>
  move.breachIfDue(scope, move.endLongPause(scope, clock, upTo), upTo);

function reconcileLive(clock: ClockState, kind: SlaMetricKind, scope: Reconciliation): ClockState {
  const { situation, now, policy } = scope;
  const clamp = (at: number) => Math.max(Math.min(at, now), lastSegment(clock).from);
  const answered = kind.stopOf(situation, clock.startedAt, policy);
  const ended = endedAt(situation, now);
  if (answered !== null) return move.stop(scope, settle(clock, clamp(answered), scope), clamp(answered));
  if (ended !== null) {
    const settled = settle(clock, clamp(ended), scope);
    return kind.onResolved === "stop"
      ? move.stop(scope, settled, clamp(ended), "resolved")
      : move.cancel(scope, settled, clamp(ended), "resolved");
  }
  return followTicket(settle(clock, now, scope), scope);
}

function followTicket(clock: ClockState, scope: Reconciliation): ClockState {
  const followed = follow(clock, scope);
  return isLive(followed) ? move.breachIfDue(scope, followStatus(followed, scope), scope.now) : followed;
}

/** A clock that ended although its cycle was never fulfilled runs on once the ticket is open and has a target. */
function reconcileEnded(clock: ClockState, kind: SlaMetricKind, scope: Reconciliation): ClockState {
  const { situation, now, policy, targets } = scope;
  if (endedAt(situation, now) !== null || kind.stopOf(situation, clock.startedAt, policy) !== null)
    return clock;
  if (!targets.rule(clock.metric, pinnedOverlays(clock, scope) ?? [])) return clock;
  return followTicket(move.reopen(scope, clock), scope);
}

function startNext(
  before: ClockState | undefined,
  kind: SlaMetricKind,
  scope: Reconciliation,
): ClockState | undefined {
  const { situation, now, policy, targets } = scope;
  if (before && (isLive(before) || !kind.restarts)) return undefined;
  const startedAt = kind.startOf(situation, policy);
  if (startedAt === null || endedAt(situation, now) !== null) return undefined;
  if ((before && startedAt <= before.startedAt) || kind.stopOf(situation, startedAt, policy) !== null)
    return undefined;
  const rule = targets.rule(kind.id, inForce(scope));
  if (!rule) return undefined;
  return followStatus(move.start(scope, rule, (before?.cycle ?? 0) + 1, startedAt), scope);
}

/** All clocks of one metric after the change; earlier cycles stay as they are. */
export function reconcileMetric(
  metric: SlaMetric,
  clocks: readonly ClockState[],
  scope: Reconciliation,
): readonly ClockState[] {
  const kind = slaMetricKind(metric);
  const latest = clocks.at(-1);
  const current =
    latest && (isLive(latest) ? reconcileLive(latest, kind, scope) : reconcileEnded(latest, kind, scope));
  const next = startNext(current, kind, scope);
  const kept = current && current !== latest ? [...clocks.slice(0, -1), current] : clocks;
  return next ? [...kept, next] : kept;
}
