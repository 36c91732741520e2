/** `/tickets/bulk`: the same done to many tickets, as a job with progress that survives restarts. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { problem, strict } from "@sluice/schemas";
import type { FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { actorOf } from "../../../access/principal.ts";
import { BulkAction } from "../../../bulk/bulk-action.ts";
import {
  addBulkJob,
  type BulkSelection,
  cancelBulkJob,
  findBulkJob,
  listBulkJobs,
} from "../../../bulk/bulk-store.ts";
import { bulkView } from "../../../bulk/bulk-view.ts";
import type { BulkWorker } from "../../../bulk/bulk-worker.ts";
import { appendAudit } from "../../../database/repositories/audit.ts";
import { AppError } from "../../../errors.ts";
import { newId } from "../../../ids.ts";
import { fulfils } from "../../../infra/roles.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { filtersOf, TicketFilter } from "../../../tickets/ticket-filter.ts";
import { actorFor, TicketParams, tags } from "./params.ts";

const Body = Type.Object(
  {
    ids: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1, maxItems: 10_000 }),
    ),
    filter: Type.Optional(TicketFilter),
    do: BulkAction,
  },
  strict,
);
type Body = Static<typeof Body>;

const config = { roles: ["lead", "designer"] } as const;
/** Jobs that the list shows. */
const shown = 20;

/** Who draws rules may undo what a bad one did; whose work it becomes is a lead's to say. */
function requireRight({ principal }: FastifyRequest, action: BulkAction): void {
  if (principal.type === "anonymous") throw new AppError("auth.required");
  if (action.type !== "reclassify" && !fulfils(principal.role, ["lead"]))
    throw new AppError("auth.forbidden", { values: { roles: "lead" } });
}

/** What is done is done: a filter that does not ask for it means open tickets. */
const asksForDone = (filter: TicketFilter): boolean =>
  filter.open !== undefined ||
  filter.status !== undefined ||
  filter.resolvedFrom !== undefined ||
  filter.closedFrom !== undefined;

function selectionOf({ ids, filter }: Body, now: number): BulkSelection {
  if (ids !== undefined && filter === undefined) return { ids };
  if (filter === undefined || ids !== undefined || Object.keys(filter).length === 0)
    throw new AppError("request.invalid", {
      errors: [problem("/filter", "schema.invalid", { detail: "ids, or a filter that is not empty" })],
    });
  const whole = asksForDone(filter) ? filter : { ...filter, open: true };
  return { filters: filtersOf(whole, now, "/filter") };
}

export const bulkRoutes =
  (runtime: Runtime, worker: BulkWorker): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { context } = app;
    const { reader, writer } = context.database;

    function requireKnown(action: BulkAction): void {
      const { current } = runtime.definitions;
      const named = action.type !== "assign" ? [] : "agent" in action ? [action.agent] : action.agents;
      const unknown = named.filter((id) => !current.agent(id));
      if (unknown.length > 0)
        throw new AppError("agent.unknown", { values: { reason: `Nobody is ${unknown.join(", ")}.` } });
      if (action.type === "transfer" && !current.group(action.group))
        throw new AppError("group.unknown", { values: { reason: `There is no group ${action.group}.` } });
    }

    app.post("/tickets/bulk", { config, schema: { tags, body: Body } }, (request, reply) =>
      app.idempotency.run(request, reply, async (remember) => {
        const { body, principal } = request;
        requireRight(request, body.do);
        requireKnown(body.do);
        const selection = selectionOf(body, runtime.clock.now());
        const by = actorOf(principal);
        const answer = await writer.run(async (transaction) => {
          const job = await addBulkJob(
            transaction,
            {
              id: newId(),
              action: JSON.stringify(body.do),
              actor: JSON.stringify(actorFor(request)),
              started_by: by,
              created_at: runtime.clock.now(),
            },
            selection,
          );
          const of = body.filter ? { filter: body.filter } : { ids: job.total };
          await appendAudit(transaction, {
            at: context.wall.now(),
            actor: by,
            action: "tickets.bulk",
            target: `bulk:${job.id}`,
            after: { do: body.do, ...of, total: job.total },
          });
          const view = { status: 202, body: await bulkView(transaction, job) };
          await remember(transaction, view);
          return view;
        });
        worker.poke();
        reply.header("location", `/api/v1/tickets/bulk/${answer.body.id}`);
        return answer;
      }),
    );

    app.get("/tickets/bulk", { config, schema: { tags } }, async () => {
      const jobs = await listBulkJobs(reader, shown);
      return { items: await Promise.all(jobs.map((job) => bulkView(reader, job))), nextCursor: null };
    });

    const one = { config, schema: { tags, params: TicketParams } };
    app.get("/tickets/bulk/:id", one, async ({ params }) =>
      bulkView(reader, await findBulkJob(reader, params.id)),
    );

    app.delete("/tickets/bulk/:id", one, async (request) => {
      const { id } = request.params;
      return writer.run(async (transaction) => {
        const job = await findBulkJob(transaction, id);
        requireRight(request, JSON.parse(job.action) as BulkAction);
        await cancelBulkJob(transaction, id, runtime.clock.now());
        return bulkView(transaction, await findBulkJob(transaction, id));
      });
    });
  };
