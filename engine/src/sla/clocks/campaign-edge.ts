/**
 * A campaign phase starts or ends: what that does to clocks already open.
 * Source: documents.md, section campaign: `inFlight` at the start, `onEnd` at the end; `keep` is the default.
 */
import type { EdgePolicy, SlaOverlay } from "@sluice/schemas";
import type { FromPhase } from "../../campaign/in-force.ts";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledOverlay } from "../policy/overlay.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { TargetRule } from "../policy/target-rule.ts";
import type { SlaSituation } from "../situation.ts";
import type { SlaUpdated } from "./live.ts";
import { adopt, type Reconciliation } from "./reconcile.ts";
import { isLive } from "./segments.ts";
import { type ClockOptions, createSession, decisionOf, type Session } from "./session.ts";
import { dueNow, withRule } from "./transitions.ts";

export interface CampaignEdgeOptions extends ClockOptions {
  readonly edge: "started" | "ended";
  /** The overlays of the phase that starts or ends, for this policy. `overlays` are those in force after the edge. */
  readonly phase: readonly FromPhase<SlaOverlay>[];
}

const isOf = (clock: ClockState, overlay: CompiledOverlay): boolean =>
  clock.overlay?.campaign === overlay.ref.campaign && clock.overlay.phase === overlay.ref.phase;

/** The phase's overlay that speaks for this clock at this edge. */
function speaking(
  clock: ClockState,
  scope: Reconciliation,
  options: CampaignEdgeOptions,
): CompiledOverlay | undefined {
  const { policy, situation, targets, now } = scope;
  return options.phase
    .map((from) => policy.overlay(from))
    .filter((overlay) => options.edge === "started" || isOf(clock, overlay))
    .find(
      (overlay) =>
        targets.rule(clock.metric, [overlay])?.overlay === overlay.ref && overlay.holds(situation.facts, now),
    );
}

function move(clock: ClockState, rule: TargetRule, mode: EdgePolicy, scope: Reconciliation): ClockState {
  if (mode === "retarget") return adopt(clock, rule, scope);
  const moved = withRule(scope, clock, rule);
  return moved.due > dueNow(clock, scope) ? adopt(clock, rule, scope) : clock;
}

function crossEdge(clock: ClockState, scope: Reconciliation, options: CampaignEdgeOptions): ClockState {
  if (!isLive(clock) || clock.metric === "platformDue") return clock;
  const overlay = speaking(clock, scope, options);
  const mode = options.edge === "started" ? overlay?.inFlight : overlay?.onEnd;
  if (!overlay || mode === undefined || mode === "keep") return clock;
  const inForce = (options.overlays ?? []).map((from) => scope.policy.overlay(from));
  const rule = scope.targets.rule(clock.metric, inForce);
  if (!rule) return clock;
  // At a start a stronger campaign may already speak for the clock: then this one changes nothing.
  if (options.edge === "started" && rule.overlay !== overlay.ref) return clock;
  return move(clock, rule, mode, scope);
}

/** Moves open clocks over a phase's edge; the platform's own deadline is never touched. */
export function applyCampaignEdge(
  policy: CompiledSla,
  situation: SlaSituation,
  clocks: readonly ClockState[],
  now: number,
  options: CampaignEdgeOptions,
): SlaUpdated {
  const session: Session = createSession(policy, now, { cause: `campaign ${options.edge}`, ...options });
  const targets = policy.targets(situation.facts, situation.priority, now);
  const scope: Reconciliation = { ...session, situation, targets, fresh: false };
  const next = clocks.map((clock) => crossEdge(clock, scope, options));
  const isSame = next.every((clock, index) => clock === clocks[index]);
  return { clocks: isSame ? clocks : next, decision: decisionOf(session) };
}
