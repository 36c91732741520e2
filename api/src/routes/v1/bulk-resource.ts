/** `/<subject>/bulk`: the same done to many things, as a job with progress that survives restarts. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { problem } from "@sluice/schemas";
import type { FastifyRequest } from "fastify";
import { type TSchema, Type } from "typebox";
import { actorOf } from "../../access/principal.ts";
import {
  addBulkJob,
  type BulkSelection,
  cancelBulkJob,
  findBulkJob,
  listBulkJobs,
} from "../../bulk/bulk-store.ts";
import { bulkView } from "../../bulk/bulk-view.ts";
import type { BulkWorker } from "../../bulk/bulk-worker.ts";
import type { BulkSubject } from "../../database/entities/bulk.ts";
import { appendAudit } from "../../database/repositories/audit.ts";
import { AppError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import type { Role } from "../../infra/roles.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { SqlFilter } from "../../tickets/ticket-filter.ts";
import { actorFor } from "./tickets/params.ts";

/** Jobs that the list shows. */
const shown = 20;
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });

/** The ids of what is named one by one. */
export const BulkIds = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
  minItems: 1,
  maxItems: 10_000,
});

/** What a request for bulk work says: what to do, and with which. */
export interface BulkBody {
  readonly ids?: readonly string[];
  readonly filter?: object;
  readonly do: unknown;
}

export interface BulkResource<B extends BulkBody> {
  readonly subject: BulkSubject;
  readonly tags: readonly string[];
  readonly roles: readonly Role[];
  readonly body: TSchema;
  /** The filter as SQL; called with a filter that says something. */
  filters(body: B, now: number): readonly SqlFilter[];
  /** Refuses what this caller may not do, and names that nobody has. */
  check?(request: FastifyRequest, body: B): void;
  /** Refuses to cancel what this caller could not have begun. */
  checkCancel?(request: FastifyRequest, action: B["do"]): void;
}

function selectionOf<B extends BulkBody>(
  body: B,
  now: number,
  filters: BulkResource<B>["filters"],
): BulkSelection {
  const { ids, filter } = body;
  if (ids !== undefined && filter === undefined) return { ids };
  if (filter === undefined || ids !== undefined || Object.keys(filter).length === 0)
    throw new AppError("request.invalid", {
      errors: [problem("/filter", "schema.invalid", { detail: "ids, or a filter that is not empty" })],
    });
  return { filters: filters(body, now) };
}

/** The routes of one subject. */
export const bulkResource =
  <B extends BulkBody>(
    runtime: Runtime,
    worker: BulkWorker,
    resource: BulkResource<B>,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { context } = app;
    const { reader, writer } = context.database;
    const { subject } = resource;
    const path = `/${subject}/bulk`;
    const tags = [...resource.tags];
    const config = { roles: resource.roles };

    app.post(path, { config, schema: { tags, body: resource.body } }, (request, reply) =>
      app.idempotency.run(request, reply, async (remember) => {
        const body = request.body as B;
        resource.check?.(request, body);
        const selection = selectionOf(body, runtime.clock.now(), resource.filters);
        const by = actorOf(request.principal);
        const answer = await writer.run(async (transaction) => {
          const job = await addBulkJob(
            transaction,
            {
              id: newId(),
              subject,
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
            action: `${subject}.bulk`,
            target: `bulk:${job.id}`,
            after: { do: body.do, ...of, total: job.total },
          });
          const view = { status: 202, body: await bulkView(transaction, job) };
          await remember(transaction, view);
          return view;
        });
        worker.poke();
        reply.header("location", `/api/v1${path}/${answer.body.id}`);
        return answer;
      }),
    );

    app.get(path, { config, schema: { tags } }, async () => {
      const jobs = await listBulkJobs(reader, subject, shown);
      return { items: await Promise.all(jobs.map((job) => bulkView(reader, job))), nextCursor: null };
    });

    const one = { config, schema: { tags, params: Params } };
    app.get(`${path}/:id`, one, async ({ params }) =>
      bulkView(reader, await findBulkJob(reader, subject, params.id)),
    );

    app.delete(`${path}/:id`, one, async (request) => {
      const { id } = request.params;
      return writer.run(async (transaction) => {
        const job = await findBulkJob(transaction, subject, id);
        resource.checkCancel?.(request, JSON.parse(job.action) as B["do"]);
        await cancelBulkJob(transaction, id, runtime.clock.now());
        return bulkView(transaction, await findBulkJob(transaction, subject, id));
      });
    });
  };
