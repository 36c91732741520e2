/** Events that routing answers: what they ask of the policy, and the `routing.decided` that comes of it. */
import type { RoutingDecision } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import type { LoadState } from "../routing/load-state.ts";
import type { CompiledRouting } from "../routing/policy.ts";
import type { MoveResult, Placement, Refusal, RoutingRequest } from "../routing/request.ts";
import type { TicketEvent } from "../state/events.ts";
import type { RoutingPosition } from "../state/ticket-state.ts";
import { isDone } from "../ticket/apply-changes.ts";

type Cause = (TicketEvent & { readonly type: "routing.decided" })["cause"];

/** What a command came to; `null` = nothing changes. */
export interface RoutingAnswer {
  readonly position: RoutingPosition | null;
  readonly decision: RoutingDecision | null;
  readonly cause: Cause;
  readonly drain: string | null;
}

const refuse = ({ code, detail }: Refusal): EngineError =>
  new EngineError("routing.refused", detail === undefined ? code : `${code}: ${detail}`, {
    reason: code,
    detail,
  });

const answer = (placement: Placement | null): RoutingAnswer | null =>
  placement && {
    position: placement.position,
    decision: placement.decision,
    cause: placement.decision.cause,
    drain: placement.drain,
  };

function moved(result: MoveResult): RoutingAnswer | null {
  if (!result.ok) throw refuse(result.refusal);
  return answer(result.placement);
}

/** Nobody works on what is done: it is given to nobody. */
function reroutable(request: RoutingRequest): RoutingRequest {
  if (!isDone(request.status)) return request;
  throw new EngineError("ticket.transition", `a ticket that is ${request.status} is not routed again`, {
    from: request.status,
  });
}

/** A person may hand over what is done; a command for open tickets may not. */
const movable = (request: RoutingRequest, { onlyOpen }: { readonly onlyOpen?: true }): RoutingRequest =>
  onlyOpen ? reroutable(request) : request;

/** Serves a waiting ticket, or routes it anew when the step that it waits in is gone, for instance with its campaign. */
function drained(
  policy: CompiledRouting,
  load: LoadState,
  request: RoutingRequest,
  now: number,
): Placement | null {
  const entry = load.entry(request.ticket);
  const isOrphan = entry?.type === "waiting" && !policy.knows(entry);
  return isOrphan ? policy.place(load, request, now) : policy.serve(load, request, now);
}

/** What a person or the runtime asked of routing. */
export function answerCommand(
  policy: CompiledRouting,
  load: LoadState,
  request: RoutingRequest,
  event: TicketEvent,
  now: number,
): RoutingAnswer | null {
  switch (event.type) {
    case "ticket.claim": {
      const claim = policy.claim(load, { pool: event.pool, agent: event.agent, ticket: request.ticket }, now);
      if (!claim.ok) throw refuse(claim.refusal);
      return answer(claim.placement);
    }
    case "ticket.release":
      return request.current?.type === "assigned" && request.current.pool === null
        ? answer(policy.unassign(load, request, now))
        : moved(policy.release(load, request, now));
    case "ticket.assign":
      return moved(policy.manual(load, movable(request, event), event.agent, now));
    case "ticket.reroute":
      return answer(policy.unassign(load, reroutable(request), now));
    case "ticket.transfer":
      return moved(policy.transferGroup(load, movable(request, event), event.group, now));
    case "routing.drain":
      return isDone(request.status) ? null : answer(drained(policy, load, request, now));
    case "routing.offline":
      return answer(policy.offline(load, request, now));
    default:
      return null;
  }
}

/** Routing's own instants on a `timer` event: a step's time-out, an untouched claim. */
export function answerTimer(
  policy: CompiledRouting,
  load: LoadState,
  request: RoutingRequest,
  now: number,
): RoutingAnswer | null {
  const { current } = request;
  if (current?.type === "waiting" && current.timeoutAt !== null && current.timeoutAt <= now)
    return answer(policy.advance(load, request, now));
  if (current?.type === "assigned" && current.claimExpiresAt !== null && current.claimExpiresAt <= now)
    return answer(policy.expireClaim(load, request, now));
  return null;
}

/** True for the events that `answerCommand` answers. */
export const isRoutingCommand = ({ type }: TicketEvent): boolean =>
  type === "ticket.claim" ||
  type === "ticket.release" ||
  type === "ticket.assign" ||
  type === "ticket.transfer" ||
  type === "ticket.reroute" ||
  type === "routing.drain" ||
  type === "routing.offline";
