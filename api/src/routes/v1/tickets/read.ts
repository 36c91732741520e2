/** Reading tickets: the list, the whole, the timeline and the why. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import type { Runtime } from "../../../runtime/runtime.ts";
import { readEndedRuns, readMessages, readState, readTimeline } from "../../../tickets/read-ticket.ts";
import { searchTickets, TicketQuery } from "../../../tickets/search.ts";
import { fullTicketView, ticketSummary } from "../../../tickets/ticket-view.ts";
import { explainDecision } from "../../../why/explain-decision.ts";
import { read, TicketParams, tags } from "./params.ts";

const TimelineQuery = Type.Object({
  after: Type.Integer({ minimum: 0, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 500 }),
});

const EventParams = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 191 }),
  event: Type.String({ minLength: 1, maxLength: 191 }),
});
const WhyQuery = Type.Object(
  {
    /** Of several classifications in one event; the last one when left out. */
    ruleset: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
    rule: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  strict,
);

export const readRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;
    const definitions = () => runtime.definitions.current;

    app.get("/tickets", { config: read, schema: { tags, querystring: TicketQuery } }, async ({ query }) => {
      const now = runtime.clock.now();
      const { items, nextCursor } = await searchTickets(reader, query, now);
      await runtime.definitions.ensure(items);
      return { items: items.map((state) => ticketSummary(state, definitions(), now)), nextCursor };
    });

    app.get(
      "/tickets/:id",
      { config: read, schema: { tags, params: TicketParams } },
      async (request, reply) => {
        const { id } = request.params;
        const state = await readState(reader, id);
        await runtime.definitions.ensure([state]);
        reply.header("etag", `"${state.seq}"`);
        return fullTicketView(state, definitions(), runtime.clock.now(), {
          messages: await readMessages(reader, id),
          endedRuns: await readEndedRuns(reader, id),
        });
      },
    );

    const page = { config: read, schema: { tags, params: TicketParams, querystring: TimelineQuery } };
    app.get("/tickets/:id/timeline", page, async ({ params, query }) => {
      await readState(reader, params.id);
      const items = await readTimeline(reader, params.id, query.after, query.limit);
      const last = items.length === query.limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? String(last.seq) : null };
    });

    app.get(
      "/tickets/:id/decisions/:event/why",
      { config: read, schema: { tags, params: EventParams, querystring: WhyQuery } },
      async ({ params, query }) =>
        explainDecision(reader, definitions(), { ticket: params.id, event: params.event, ...query }),
    );

    app.get("/tickets/:id/decisions", page, async ({ params, query }) => {
      await readState(reader, params.id);
      const items = await readTimeline(reader, params.id, query.after, query.limit);
      return {
        items: items.flatMap(({ id, seq, type, decisions }) =>
          decisions.map((decision) => ({ event: id, seq, eventType: type, decision })),
        ),
        nextCursor: null,
      };
    });
  };
