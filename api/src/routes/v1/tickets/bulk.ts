/** `/tickets/bulk`: the same done to many tickets. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import type { FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { BulkAction } from "../../../bulk/bulk-action.ts";
import type { BulkWorker } from "../../../bulk/bulk-worker.ts";
import { AppError } from "../../../errors.ts";
import { fulfils } from "../../../infra/roles.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { filtersOf, TicketFilter } from "../../../tickets/ticket-filter.ts";
import { BulkIds, bulkResource } from "../bulk-resource.ts";
import { tags } from "./params.ts";

const Body = Type.Object(
  { ids: Type.Optional(BulkIds), filter: Type.Optional(TicketFilter), do: BulkAction },
  strict,
);
type Body = Static<typeof Body>;

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

function requireKnown({ definitions: { current } }: Runtime, action: BulkAction): void {
  const named = action.type !== "assign" ? [] : "agent" in action ? [action.agent] : action.agents;
  const unknown = named.filter((id) => !current.agent(id));
  if (unknown.length > 0)
    throw new AppError("agent.unknown", { values: { reason: `Nobody is ${unknown.join(", ")}.` } });
  if (action.type === "transfer" && !current.group(action.group))
    throw new AppError("group.unknown", { values: { reason: `There is no group ${action.group}.` } });
}

export const bulkRoutes = (runtime: Runtime, worker: BulkWorker): FastifyPluginAsyncTypebox =>
  bulkResource<Body>(runtime, worker, {
    subject: "tickets",
    tags,
    roles: ["lead", "designer"],
    body: Body,
    check(request, body) {
      requireRight(request, body.do);
      requireKnown(runtime, body.do);
    },
    checkCancel: requireRight,
    filters: ({ filter = {} }, now) =>
      filtersOf(asksForDone(filter) ? filter : { ...filter, open: true }, now, "/filter"),
  });
