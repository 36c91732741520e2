/** All clocks of a ticket brought in line with it, metric by metric. */
import { type SlaDecision, type SlaMetric, slaMetrics } from "@sluice/schemas";
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

const none: readonly ClockState[] = [];

const clocksOf = (clocks: readonly ClockState[], metric: SlaMetric): readonly ClockState[] =>
  clocks.length === 0 ? none : clocks.filter((clock) => clock.metric === metric);

/** New clocks and what changed; with `fresh`, calendars follow to their live revisions. */
export function bringInLine(
  { policy, situation, clocks, now, options }: ClocksInput,
  fresh: boolean,
): SlaUpdated {
  const session = createSession(policy, now, options);
  const targets = policy.targets(situation.facts, situation.priority, now);
  const scope = { ...session, situation, targets, fresh };
  const next: ClockState[] = [];
  for (const metric of slaMetrics) next.push(...reconcileMetric(metric, clocksOf(clocks, metric), scope));
  // A list that came from here is in the order of the metrics already.
  const isSame = next.length === clocks.length && next.every((clock, index) => clock === clocks[index]);
  return { clocks: isSame ? clocks : next, decision: decisionOf(session) };
}
