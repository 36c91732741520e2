/**
 * A ticket lived through once more up to one of its events, to see what a past decision saw. Events are stored whole,
 * with the facts that plugins brought, so nothing is fetched; where routing put the ticket is taken from the log.
 */
import {
  type Definitions,
  type RoutingPosition,
  step,
  type TicketEvent,
  type TicketState,
} from "@sluice/engine";
import type { Decision, RoutingDecision } from "@sluice/schemas";

/** One stored event, with what was decided in it. */
export interface StoredEvent {
  readonly event: TicketEvent;
  readonly decisions: readonly Decision[];
}

const isRouting = (decision: Decision): decision is RoutingDecision => decision.kind === "routing";

/** Where the decision put the ticket; what only the queue knows of it is left at nothing. */
function positionOf({ ref, route, step: at, outcome, cause }: RoutingDecision, now: number): RoutingPosition {
  const since = now;
  if (outcome.type === "waiting") return { ...outcome, policy: ref, route, step: at, since, run: null };
  const nothing = { notFirst: null, warnAt: null, escalateAt: null };
  if (outcome.type === "pooled") return { ...outcome, policy: ref, route, step: at, since, ...nothing };
  const how = cause === "claim" ? "claimed" : cause === "manual" ? "manual" : "routed";
  return { ...outcome, policy: ref, how, since, pool: null, claimExpiresAt: null };
}

/** Applies one event and the routing that followed it. */
function apply(definitions: Definitions, before: TicketState | null, { event, decisions }: StoredEvent) {
  let state = step(definitions, before, event, event.at).ticketState;
  for (const [index, decision] of decisions.filter(isRouting).entries()) {
    const { cause } = decision;
    const position = positionOf(decision, event.at);
    const decided = { type: "routing.decided", position, decision, cause } as const;
    const id = `${event.id}~${index + 1}`;
    state = step(
      definitions,
      state,
      { ...decided, id, at: event.at, actor: event.actor },
      event.at,
    ).ticketState;
  }
  return state;
}

/**
 * Lives through the events in order, each by the definitions of its time.
 * @throws EngineError where an event cannot be applied by them any more.
 */
export async function replay(
  events: readonly StoredEvent[],
  definitionsAt: (event: TicketEvent) => Promise<Definitions>,
): Promise<TicketState | null> {
  let state: TicketState | null = null;
  for (const stored of events) state = apply(await definitionsAt(stored.event), state, stored);
  return state;
}
