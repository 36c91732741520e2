/** What agents and channels do with a ticket: write, change, claim, release, assign, transfer, tell. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Json, Key, MessageInput, Priority, strict, TicketStatus } from "@sluice/schemas";
import { Type } from "typebox";
import { AppError } from "../../../errors.ts";
import type { CommittedEvent } from "../../../runtime/committed.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { readState } from "../../../tickets/read-ticket.ts";
import { takeMessage } from "../../../tickets/take-message.ts";
import {
  actorFor,
  mayActForOthers,
  requireAgentId,
  sendTicket,
  submitFor,
  TicketParams,
  tags,
  work,
} from "./params.ts";

const tagList = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 200 });
const Changes = Type.Object(
  {
    status: Type.Optional(TicketStatus),
    stage: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Null()])),
    priority: Type.Optional(Priority),
    category: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
    addTags: Type.Optional(tagList),
    removeTags: Type.Optional(tagList),
    fields: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Json)),
  },
  strict,
);
const AgentBody = Type.Object({ agent: Type.String({ minLength: 1, maxLength: 63 }) }, strict);
const OptionalAgent = Type.Optional(
  Type.Object({ agent: Type.Optional(Type.String({ minLength: 1 })) }, strict),
);
const GroupBody = Type.Object({ group: Type.String({ minLength: 1, maxLength: 63 }) }, strict);
const RunBody = Type.Object({ workflow: Key }, strict);
const EventBody = Type.Object(
  { name: Type.String({ pattern: "^[A-Za-z][A-Za-z0-9._-]{0,99}$" }), data: Type.Optional(Json) },
  strict,
);

const route = <S extends object>(body: S) => ({ config: work, schema: { tags, params: TicketParams, body } });

export const actRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;

    /** Assigning would be a way round the order of the pool. */
    async function requireNotPooled(id: string): Promise<void> {
      const { ticket } = await readState(reader, id);
      if (ticket.pool !== null)
        throw new AppError("auth.forbidden", { detail: "Claim it from its pool; only a lead assigns it." });
    }

    /** A channel that delivers again under the same `Idempotency-Key` gets its first answer: nobody reads a message twice. */
    app.post("/tickets/:id/messages", route(MessageInput), (request, reply) =>
      app.idempotency.run(request, reply, async (remember) => {
        const answer = (committed: CommittedEvent) => ({
          status: 201,
          body: sendTicket(runtime, reply, committed),
        });
        const { body, params } = request;
        return answer(
          await takeMessage(runtime, await readState(reader, params.id), body, {
            actor: actorFor(request),
            alongside: (transaction, result) => remember(transaction, answer(result)),
          }),
        );
      }),
    );

    app.patch("/tickets/:id", route(Changes), async (request, reply) => {
      const { body: changes, params } = request;
      const committed = await submitFor(runtime, request, params.id, { type: "ticket.updated", changes });
      return sendTicket(runtime, reply, committed);
    });

    app.post("/tickets/:id/claim", route(OptionalAgent), async (request, reply) => {
      const agent = requireAgentId(request, request.body?.agent);
      const { ticket } = await readState(reader, request.params.id);
      if (ticket.pool === null) throw new AppError("ticket.not-pooled");
      const committed = await submitFor(runtime, request, ticket.id, {
        type: "ticket.claim",
        pool: ticket.pool,
        agent,
      });
      return sendTicket(runtime, reply, committed);
    });

    app.post(
      "/tickets/:id/release",
      { config: work, schema: { tags, params: TicketParams } },
      async (request, reply) => {
        const committed = await submitFor(runtime, request, request.params.id, { type: "ticket.release" });
        return sendTicket(runtime, reply, committed);
      },
    );

    app.post("/tickets/:id/assign", route(AgentBody), async (request, reply) => {
      const { agent } = request.body;
      if (!mayActForOthers(request)) await requireNotPooled(request.params.id);
      const committed = await submitFor(runtime, request, request.params.id, {
        type: "ticket.assign",
        agent,
      });
      return sendTicket(runtime, reply, committed);
    });

    app.post("/tickets/:id/transfer", route(GroupBody), async (request, reply) => {
      const { group } = request.body;
      const committed = await submitFor(runtime, request, request.params.id, {
        type: "ticket.transfer",
        group,
      });
      return sendTicket(runtime, reply, committed);
    });

    app.post("/tickets/:id/runs", route(RunBody), async (request, reply) => {
      const { workflow } = request.body;
      const committed = await submitFor(runtime, request, request.params.id, { type: "run.start", workflow });
      return sendTicket(runtime, reply, committed);
    });

    app.post("/tickets/:id/events", route(EventBody), async (request, reply) => {
      const { name, data } = request.body;
      const committed = await submitFor(runtime, request, request.params.id, {
        type: "custom",
        name,
        data: data ?? null,
      });
      return sendTicket(runtime, reply, committed);
    });
  };
