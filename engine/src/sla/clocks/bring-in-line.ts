/** All clocks of a ticket brought in line with it, metric by metric. */
import { type SlaDecision, slaMetrics } from "@sluice/schemas";
import type { ClockState } from "../../state/ticket-state.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import { reconcileMetric } from "./reconcile.ts";
import { type ClockOptions, createSession, decisionOf } from "./session.ts";

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
export function bringInLine(
  { policy, situation, clocks, now, options }: ClocksInput,
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
  // A list that came from here is in the order of the metrics already.
  const isSame = next.length === clocks.length && next.every((clock, index) => clock === clocks[index]);
  return { clocks: isSame ? clocks : next, decision: decisionOf(session) };
}
