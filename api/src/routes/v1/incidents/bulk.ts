/** `/incidents/bulk`: many incidents retried or skipped, each on its own. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { BulkWorker } from "../../../bulk/bulk-worker.ts";
import { incidentFilterFields, incidentFilters } from "../../../operations/incident-filter.ts";
import { settlings } from "../../../operations/settle-incident.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { BulkIds, bulkResource } from "../bulk-resource.ts";

const Body = Type.Object(
  {
    ids: Type.Optional(BulkIds),
    /** What is settled already is not settled again: `{"status": "open"}` means all that are open. */
    filter: Type.Optional(
      Type.Object({ ...incidentFilterFields, status: Type.Optional(Type.Enum(["open"])) }, strict),
    ),
    do: Type.Enum(settlings),
  },
  strict,
);
type Body = Static<typeof Body>;

export const incidentsBulkRoutes = (runtime: Runtime, worker: BulkWorker): FastifyPluginAsyncTypebox =>
  bulkResource<Body>(runtime, worker, {
    subject: "incidents",
    tags: ["operations"],
    roles: ["lead", "publisher"],
    body: Body,
    filters: ({ filter = {} }) => incidentFilters("open", filter),
  });
