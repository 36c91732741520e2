/** `/runs/bulk`: many open runs cancelled. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { BulkWorker } from "../../../bulk/bulk-worker.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { BulkIds, bulkResource } from "../bulk-resource.ts";

const Body = Type.Object(
  {
    ids: Type.Optional(BulkIds),
    /** Open runs of a workflow, of one revision where it is named. */
    filter: Type.Optional(
      Type.Object(
        {
          workflow: Type.String({ minLength: 1, maxLength: 63 }),
          revision: Type.Optional(Type.Integer({ minimum: 1 })),
        },
        strict,
      ),
    ),
    do: Type.Enum(["cancel"]),
  },
  strict,
);
type Body = Static<typeof Body>;

export const runsBulkRoutes = (runtime: Runtime, worker: BulkWorker): FastifyPluginAsyncTypebox =>
  bulkResource<Body>(runtime, worker, {
    subject: "runs",
    tags: ["operations"],
    roles: ["lead", "publisher"],
    body: Body,
    filters: ({ filter }) => [
      { sql: "status = 'active'", values: [] },
      { sql: "workflow = ?", values: [filter?.workflow ?? ""] },
      ...(filter?.revision === undefined ? [] : [{ sql: "revision = ?", values: [filter.revision] }]),
    ],
  });
