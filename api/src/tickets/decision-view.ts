/** Decisions as the API answers them: instants in ISO UTC, lengths in ms beside their ISO form. */
import { formatDuration } from "@sluice/engine";
import type {
  AgentConsidered,
  ClockDecision,
  Decision,
  RoutingOutcome,
  SkipGround,
  SlaTarget,
} from "@sluice/schemas";
import { toIso } from "../clock.ts";

const targetJson = (target: SlaTarget) =>
  target.type === "instant" ? { ...target, at: toIso(target.at) } : target;

const clockJson = ({ due, previousDue, target, ...clock }: ClockDecision) => ({
  ...clock,
  target: targetJson(target),
  due: toIso(due),
  ...(previousDue === undefined ? {} : { previousDue: toIso(previousDue) }),
  elapsed: formatDuration(clock.elapsedMs),
});

const outcomeJson = (outcome: RoutingOutcome) =>
  outcome.type === "waiting" ? { ...outcome, timeoutAt: toIso(outcome.timeoutAt) } : outcome;

const groundJson = ({ until, ...ground }: SkipGround) =>
  until === undefined ? ground : { ...ground, until: toIso(until) };

/** An agent who was considered, with the instants of what stands against them. */
export const consideredView = ({ grounds, ...considered }: AgentConsidered) =>
  grounds === undefined ? considered : { ...considered, grounds: grounds.map(groundJson) };

/** One decision, whole, with every instant that the engine keeps in epoch ms as ISO UTC. */
export function decisionView(decision: Decision) {
  const at = toIso(decision.at);
  if (decision.kind === "sla") return { ...decision, clocks: decision.clocks.map(clockJson), at };
  if (decision.kind === "routing") return { ...decision, outcome: outcomeJson(decision.outcome), at };
  return { ...decision, at };
}

export type DecisionJson = ReturnType<typeof decisionView>;
