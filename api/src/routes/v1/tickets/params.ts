/** What the ticket routes share: their address, their caller, their answer. */
import type { Actor, EventBody } from "@sluice/engine";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { AppError } from "../../../errors.ts";
import { fulfils } from "../../../infra/roles.ts";
import type { CommittedEvent } from "../../../runtime/committed.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { runView, ticketView } from "../../../tickets/ticket-view.ts";

export const tags = ["tickets"];
export const read = { roles: ["viewer"] } as const;
export const work = { roles: ["agent"] } as const;
export const TicketParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) });

/** Who acts: an agent when the caller is one, else the user or key by name. */
export function actorFor(request: FastifyRequest): Actor {
  const { principal } = request;
  const agent = principal.type === "anonymous" ? null : principal.agentId;
  return agent === null ? { type: "user", id: actorOf(principal) } : { type: "agent", id: agent };
}

/** Programs act for whom they name, and so do leads; other people act for themselves. */
export const mayActForOthers = ({ principal }: FastifyRequest): boolean =>
  principal.type !== "anonymous" && (principal.type !== "user" || fulfils(principal.role, ["lead"]));

/**
 * The agent that the caller acts as: the one that is named, else the caller.
 * @throws AppError `auth.no-agent` for a caller who is none, `auth.forbidden` for somebody else's name.
 */
export function requireAgentId(request: FastifyRequest, given: string | undefined): string {
  const own = request.principal.type === "anonymous" ? null : request.principal.agentId;
  if (given !== undefined && given !== own && !mayActForOthers(request))
    throw new AppError("auth.forbidden", { detail: "Only a lead acts for another agent." });
  const agent = given ?? own;
  if (agent === null) throw new AppError("auth.no-agent");
  return agent;
}

/** `If-Match: "7"` as the version that the caller saw; `*` or none = any. */
export function ifMatchOf(request: FastifyRequest): { readonly ifMatch?: number } {
  const header = request.headers["if-match"];
  if (header === undefined || header === "*") return {};
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new AppError("request.invalid", {
      errors: [{ path: "/headers/if-match", code: "schema.pattern", message: 'must be an ETag such as "7"' }],
    });
  return { ifMatch: Number(version) };
}

/** Submits an event of one ticket for the caller. */
export const submitFor = (
  runtime: Runtime,
  request: FastifyRequest,
  ticket: string,
  body: EventBody,
): Promise<CommittedEvent> =>
  runtime.submit({ ticket, body, actor: actorFor(request), ...ifMatchOf(request) });

/** Answers with the ticket after the event, and its version; of a run without a ticket with its runs. */
export function sendTicket(runtime: Runtime, reply: FastifyReply, committed: CommittedEvent) {
  reply.header("etag", `"${committed.state.seq}"`);
  const { state, endedRuns } = committed;
  if (state.ticketless) {
    const { current } = runtime.definitions;
    return { runs: [...state.runs, ...endedRuns].map((run) => runView(run, current)) };
  }
  return ticketView(state, runtime.definitions.current, runtime.clock.now(), endedRuns);
}
