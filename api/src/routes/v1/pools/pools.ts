/** `/pools`: the queues that agents claim from. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { toIso } from "../../../clock.ts";
import { AppError } from "../../../errors.ts";
import { type Runtime, routingOf } from "../../../runtime/runtime.ts";
import { requireAgentId, sendTicket, submitFor, work } from "../tickets/params.ts";

const tags = ["routing"];
const Params = Type.Object({ key: Type.String({ minLength: 1, maxLength: 63 }) });
const Query = Type.Object({ policy: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })) });
/** How many are listed from the head of the queue on; `total` counts all. */
const ListQuery = Type.Object({
  ...Query.properties,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, default: 200 })),
});
const Body = Type.Optional(Type.Object({ agent: Type.Optional(Type.String({ minLength: 1 })) }, strict));

/** How often a claim is tried when others were faster, before the caller is told that the pool is empty. */
const maxTries = 50;

export const poolsRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      "/pools",
      { config: { roles: ["viewer"] }, schema: { tags, querystring: Query } },
      async ({ query }) => {
        const items = runtime.definitions.documents.flatMap(({ document }) => {
          if (document.kind !== "routing" || (query.policy ?? document.key) !== document.key) return [];
          const policy = routingOf(runtime, document.key);
          return Object.entries(document.spec.pools).map(([key, pool]) => ({
            key,
            policy: document.key,
            name: pool.name ?? key,
            pick: pool.pick ?? "head",
            claimLimit: pool.claimLimit ?? null,
            size: policy.poolSize(runtime.load, key),
          }));
        });
        return { items, nextCursor: null };
      },
    );

    app.get(
      "/pools/:key",
      { config: { roles: ["viewer"] }, schema: { tags, params: Params, querystring: ListQuery } },
      async ({ params, query }) => ({
        total: routingOf(runtime, query.policy).poolSize(runtime.load, params.key),
        items: routingOf(runtime, query.policy)
          .queueView(runtime.load, params.key, { limit: query.limit ?? 200 })
          .map(({ entry, warnAt, escalateAt }) => ({
            ticket: entry.ticket,
            priority: entry.priority,
            due: toIso(entry.due),
            since: toIso(entry.since),
            escalated: entry.escalated,
            warnAt: toIso(warnAt),
            escalateAt: toIso(escalateAt),
          })),
        nextCursor: null,
      }),
    );

    /** Gives the head of the queue; somebody else may take it meanwhile, then the next one is tried. */
    app.post(
      "/pools/:key/claim",
      { config: work, schema: { tags, params: Params, querystring: Query, body: Body } },
      async (request, reply) => {
        const agent = requireAgentId(request, request.body?.agent);
        const { key: pool } = request.params;
        const headOf = () => routingOf(runtime, request.query.policy).headFor(runtime.load, { pool, agent });
        for (let tries = 0; tries < maxTries; tries += 1) {
          let head = headOf();
          if (head === null) {
            await runtime.catchUp();
            head = headOf();
          }
          if (head === null) break;
          try {
            return sendTicket(
              runtime,
              reply,
              await submitFor(runtime, request, head, { type: "ticket.claim", pool, agent }),
            );
          } catch (error) {
            if (!isTaken(error)) throw error;
          }
        }
        throw new AppError("pool.empty", { values: { pool } });
      },
    );
  };

/** Somebody was faster: by the time the claim was decided, the ticket was another's or no longer first. */
const isTaken = (error: unknown): boolean => {
  const reason = (error as { details?: { reason?: unknown } }).details?.reason;
  return reason === "pool.taken" || reason === "pool.not-head";
};
