/** `/incidents`: nodes that failed for good; retried from that node under the same key, or skipped. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { toIso } from "../../../clock.ts";
import type { IncidentRow } from "../../../database/entities/work.ts";
import { findIncident } from "../../../database/repositories/incidents.ts";
import { AppError } from "../../../errors.ts";
import { incidentFilterFields, incidentFilters } from "../../../operations/incident-filter.ts";
import { createRowNames, withNames } from "../../../operations/row-names.ts";
import { settleIncident, settlings } from "../../../operations/settle-incident.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { ticketOf } from "../../../runtime/ticketless.ts";
import { actorFor, ifMatchOf, sendTicket } from "../tickets/params.ts";

const tags = ["operations"];
const operate = { roles: ["lead", "publisher"] } as const;
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
const Query = Type.Object(
  {
    status: Type.Enum(["open", "retried", "skipped"], { default: "open" }),
    ...incidentFilterFields,
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  strict,
);

const toView = (row: IncidentRow) => ({
  id: row.id,
  ticket: ticketOf(row.ticket_id),
  run: row.run_id,
  node: row.node,
  job: row.job_id,
  kind: row.kind,
  code: row.code,
  message: row.message,
  details: JSON.parse(row.details) as unknown,
  status: row.status,
  createdAt: toIso(Number(row.created_at)),
  closedAt: toIso(row.closed_at === null ? null : Number(row.closed_at)),
});

/** Workflows that kept starting each other are named by the details: no run of theirs waits. */
const workflowOf = ({ run_id, kind, details }: IncidentRow): string | null => {
  if (run_id !== null || kind !== "node") return null;
  const { workflow } = JSON.parse(details) as { readonly workflow?: unknown };
  return typeof workflow === "string" ? workflow : null;
};

const refsOf = (row: IncidentRow) => ({
  ...{ ticket: row.ticket_id, run: row.run_id, node: row.node, workflow: workflowOf(row) },
});

export const incidentsRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { database } = app.context;
    const { reader } = database;
    const nameRows = createRowNames(reader);
    const viewsOf = (rows: readonly IncidentRow[]) => withNames(nameRows, rows, refsOf, toView);

    async function requireIncident(id: string): Promise<IncidentRow> {
      const row = await findIncident(reader, id);
      if (!row) throw new AppError("resource.not-found", { values: { what: `incident ${id}` } });
      return row;
    }

    app.get(
      "/incidents",
      { config: { roles: ["viewer"] }, schema: { tags, querystring: Query } },
      async ({ query }) => {
        const filters = incidentFilters(query.status, query);
        const rows = await reader.query<IncidentRow[]>(
          `SELECT * FROM incidents WHERE ${filters.map(({ sql }) => sql).join(" AND ")} AND id > ? ORDER BY id LIMIT ?`,
          [...filters.flatMap(({ values }) => [...values]), query.cursor ?? "", query.limit + 1],
        );
        const page = rows.slice(0, query.limit);
        return {
          items: await viewsOf(page),
          nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
        };
      },
    );

    for (const how of settlings)
      app.post(
        `/incidents/:id/${how}`,
        { config: operate, schema: { tags, params: Params } },
        async (request, reply) => {
          const row = await requireIncident(request.params.id);
          const by = { actor: actorFor(request), ...ifMatchOf(request) };
          const committed = await settleIncident({ database, runtime }, row, how, by);
          if (committed) return sendTicket(runtime, reply, committed);
          const [view] = await viewsOf([await requireIncident(row.id)]);
          return view;
        },
      );
  };
