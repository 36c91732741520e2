/**
 * The clocks of one ticket, brought in line with it. Pure: new clocks and a decision come out, nothing is kept.
 * Call `advanceSla` first with the same `now`, so that what became due before is reminded of before it changes.
 */
import { type SlaDecision, slaMetrics } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import { reconcileMetric } from "./reconcile.ts";
import { type ClockOptions, createSession, decisionOf } from "./session.ts";

export interface StartOptions extends ClockOptions {
  /** The clocks that the ticket already has: they are retargeted with their elapsed time kept. */
  readonly clocks?: readonly ClockState[];
}

export interface SlaStarted {
  readonly clocks: readonly ClockState[];
  readonly decision: SlaDecision;
}

export interface SlaUpdated {
  /** The very same list when nothing changed. */
  readonly clocks: readonly ClockState[];
  readonly decision: SlaDecision | null;
}

function run(
  policy: CompiledSla,
  situation: SlaSituation,
  clocks: readonly ClockState[],
  now: number,
  options: ClockOptions,
  fresh: boolean,
): SlaUpdated {
  const session = createSession(policy, now, options);
  const targets = policy.targets(situation.facts, situation.priority, now);
  const scope = { ...session, situation, targets, fresh };
  const next = slaMetrics.flatMap((metric) =>
    reconcileMetric(
      metric,
      clocks.filter((clock) => clock.metric === metric),
      scope,
    ),
  );
  const isSame = next.length === clocks.length && next.every((clock) => clocks.includes(clock));
  return { clocks: isSame ? clocks : next, decision: decisionOf(session) };
}

/**
 * Starts a policy's clocks; on a ticket that has clocks, they follow the policy, its revision and the live
 * revisions of its calendars, with their elapsed time kept.
 */
export function startSla(
  policy: CompiledSla,
  situation: SlaSituation,
  now: number,
  options: StartOptions = {},
): SlaStarted {
  const { clocks, decision } = run(policy, situation, options.clocks ?? [], now, options, true);
  return { clocks, decision: decision ?? { kind: "sla", ref: policy.ref, clocks: [], at: now } };
}

/**
 * Everything a change of the ticket can do to its clocks: stop, pause, resume, start the next cycle, retarget.
 * `policy` is the revision that the ticket is pinned to; calendars stay at the revisions that clocks are on.
 */
export const updateSla = (
  policy: CompiledSla,
  situation: SlaSituation,
  clocks: readonly ClockState[],
  now: number,
  options: ClockOptions = {},
): SlaUpdated => run(policy, situation, clocks, now, options, false);
