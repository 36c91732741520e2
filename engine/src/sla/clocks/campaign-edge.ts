/**
 * A campaign phase starts or ends: what that does to clocks already open.
 * Source: documents.md, section campaign: `inFlight` at the start, `onEnd` at the end; `keep` is the default.
 */
import type { EdgePolicy, SlaOverlay } from "@sluice/schemas";
import type { FromPhase } from "../../campaign/in-force.ts";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { TargetRule } from "../policy/target-rule.ts";
import type { SlaSituation } from "../situation.ts";
import type { SlaUpdated } from "./bring-in-line.ts";
import { adopt, type Reconciliation } from "./reconcile.ts";
import { isLive, lastSegment } from "./segments.ts";
import { type ClockOptions, createSession, decisionOf, type Session } from "./session.ts";
import { dueNow, withRule } from "./transitions.ts";

export interface CampaignEdgeOptions extends ClockOptions {
  /** The overlays in force after the edge, strongest first. */
  readonly overlays: readonly FromPhase<SlaOverlay>[];
  readonly campaign: string;
  readonly phase: string;
  readonly edge: "started" | "ended";
}

/** The phase's overlays: in force at its start; at its end looked up at the revision that the clock pinned. */
function phaseOverlays(clock: ClockState, options: CampaignEdgeOptions): readonly FromPhase<SlaOverlay>[] {
  const { overlays, campaign, phase, edge, pinned } = options;
  if (edge === "started")
    return overlays.filter((from) => from.campaign === campaign && from.phase === phase);
  const { overlay } = clock;
  if (overlay?.campaign !== campaign || overlay.phase !== phase) return [];
  return pinned?.(campaign, phase, overlay.revision) ?? [];
}

/** The overlay of the phase that speaks for this clock. */
const speaking = (clock: ClockState, scope: Reconciliation, options: CampaignEdgeOptions) =>
  phaseOverlays(clock, options)
    .map((from) => scope.policy.overlay(from))
    .find((overlay) => scope.targets.rule(clock.metric, [overlay])?.overlay === overlay.ref);

function move(clock: ClockState, rule: TargetRule, mode: EdgePolicy, scope: Reconciliation): ClockState {
  if (mode === "retarget") return adopt(clock, rule, scope);
  const moved = withRule(scope, clock, rule);
  return moved.due > dueNow(clock, scope) ? adopt(clock, rule, scope) : clock;
}

/** A clock that was paused, resumed or moved after the edge is moved as of that change: what it counted stays. */
const scopeOf = (clock: ClockState, scope: Reconciliation): Reconciliation => {
  const { from } = lastSegment(clock);
  return from > scope.now ? { ...scope, now: from } : scope;
};

function crossEdge(clock: ClockState, edge: Reconciliation, options: CampaignEdgeOptions): ClockState {
  if (!isLive(clock) || clock.metric === "platformDue") return clock;
  // One that started after the edge took what was in force then.
  if (clock.startedAt > edge.now) return clock;
  const scope = scopeOf(clock, edge);
  const overlay = speaking(clock, scope, options);
  const mode = options.edge === "started" ? overlay?.inFlight : overlay?.onEnd;
  if (!overlay || mode === undefined || mode === "keep") return clock;
  const inForce = options.overlays.map((from) => scope.policy.overlay(from));
  const rule = scope.targets.rule(clock.metric, inForce);
  if (!rule) return clock;
  // At a start a stronger campaign may already speak for the clock: then this one changes nothing.
  if (options.edge === "started" && rule.overlay !== overlay.ref) return clock;
  return move(clock, rule, mode, scope);
}

/**
 * Moves open clocks over a phase's edge, which is at `now`; the platform's own deadline is never touched.
 * At an end, `pinned` must find the phase that is over: a clock whose phase it does not know keeps its target.
 */
export function campaignEdgeSla(
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
