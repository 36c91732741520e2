/** `/runs`: executions of workflows, with their path and values. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { RunState } from "@sluice/engine";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { toIso } from "../../../clock.ts";
import type { RunRow } from "../../../database/entities/work.ts";
import { AppError } from "../../../errors.ts";
import { readRunJobs } from "../../../operations/job-view.ts";
import { migrateRuns, planRunMigration } from "../../../operations/migrate-runs.ts";
import { createRowNames, withNames } from "../../../operations/row-names.ts";
import { requireActive } from "../../../operations/run-rows.ts";
import type { Plugins } from "../../../plugins/start-plugins.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { ticketOf } from "../../../runtime/ticketless.ts";
import { readState } from "../../../tickets/read-ticket.ts";
import { runView } from "../../../tickets/ticket-view.ts";
import { actorFor, sendTicket, submitFor } from "../tickets/params.ts";

const tags = ["operations"];
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
const Query = Type.Object(
  {
    status: Type.Optional(Type.Enum(["active", "completed", "failed", "cancelled"])),
    workflow: Type.Optional(Type.String({ minLength: 1 })),
    ticket: Type.Optional(Type.String({ minLength: 1 })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  strict,
);

/** Without `to` the revision that is live; a node that `mapping` does not name keeps its id. */
const Migrate = Type.Object(
  {
    workflow: Type.String({ minLength: 1, maxLength: 63 }),
    to: Type.Optional(Type.Integer({ minimum: 1 })),
    from: Type.Optional(Type.Integer({ minimum: 1 })),
    mapping: Type.Record(Type.String({ maxLength: 63 }), Type.String({ maxLength: 63 }), { default: {} }),
    dryRun: Type.Boolean({ default: false }),
  },
  strict,
);

const toSummary = (row: RunRow) => ({
  id: row.id,
  ticket: ticketOf(row.ticket_id),
  workflow: row.workflow,
  revision: Number(row.revision),
  status: row.status,
  startedAt: toIso(Number(row.started_at)),
  endedAt: toIso(row.ended_at === null ? null : Number(row.ended_at)),
});

const refsOf = ({ ticket_id, workflow, revision }: RunRow) => ({
  ...{ ticket: ticket_id, workflow, revision: Number(revision) },
});

export const runsRoutes =
  (runtime: Runtime, plugins: Plugins): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;
    const nameRows = createRowNames(reader);

    async function requireRow(id: string): Promise<RunRow> {
      const [row] = await reader.query<RunRow[]>("SELECT * FROM runs WHERE id = ?", [id]);
      if (!row) throw new AppError("resource.not-found", { values: { what: `run ${id}` } });
      return row;
    }

    app.get(
      "/runs",
      { config: { roles: ["viewer"] }, schema: { tags, querystring: Query } },
      async ({ query }) => {
        const wanted = { status: query.status, workflow: query.workflow, ticket_id: query.ticket };
        const filters = Object.entries(wanted).filter(([, value]) => value !== undefined);
        const where = [
          ...filters.map(([column]) => `${column} = ?`),
          ...(query.cursor === undefined ? [] : ["id < ?"]),
        ];
        const rows = await reader.query<RunRow[]>(
          `SELECT * FROM runs ${where.length > 0 ? `WHERE ${where.join(" AND ")}` : ""} ORDER BY id DESC LIMIT ?`,
          [
            ...filters.map(([, value]) => value),
            ...(query.cursor === undefined ? [] : [query.cursor]),
            query.limit + 1,
          ],
        );
        const page = rows.slice(0, query.limit);
        return {
          items: (await withNames(nameRows, page, refsOf, toSummary)).map(({ nodeName: _, ...run }) => run),
          nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
        };
      },
    );

    app.get(
      "/runs/:id",
      { config: { roles: ["viewer"] }, schema: { tags, params: Params } },
      async ({ params }) => {
        const row = await requireRow(params.id);
        const state =
          row.status === "active" && row.ticket_id !== null ? await readState(reader, row.ticket_id) : null;
        const run = state?.runs.find(({ id }) => id === row.id) ?? (JSON.parse(row.data) as RunState);
        await runtime.definitions.ensure([state]);
        const jobs = await readRunJobs(reader, plugins, row);
        const view = runView(run, runtime.definitions.current);
        const path = view.path.map((step, index) => {
          const visit = run.path[index]?.visit;
          return { ...step, job: jobs.get(`${run.id}:${step.node}:${visit}`) ?? null };
        });
        const [names] = await nameRows([refsOf(row)]);
        const about = { ticketNumber: names?.ticketNumber ?? null, subject: names?.subject ?? null };
        return { ...view, path, ticket: ticketOf(row.ticket_id), ...about };
      },
    );

    app.post(
      "/runs/migrate",
      { config: { roles: ["publisher"] }, schema: { tags, body: Migrate } },
      async (request) => {
        const { dryRun, workflow, from, mapping, to: wanted } = request.body;
        const to = wanted ?? runtime.definitions.current.revisionOf("workflow", workflow);
        if (to === undefined)
          throw new AppError("resource.not-found", { values: { what: `workflow ${workflow}` } });
        const move = { workflow, to, from, mapping };
        const plan = await planRunMigration(runtime, reader, move);
        if (dryRun) return { ...plan, migrated: 0, refused: [] };
        return { ...plan, ...(await migrateRuns(runtime, reader, move, actorFor(request))) };
      },
    );

    app.post(
      "/runs/:id/cancel",
      { config: { roles: ["lead", "publisher"] }, schema: { tags, params: Params } },
      async (request, reply) => {
        const { id } = request.params;
        const aggregate = requireActive(id, await requireRow(id));
        const committed = await submitFor(runtime, request, aggregate, { type: "run.cancel", run: id });
        return sendTicket(runtime, reply, committed);
      },
    );
  };
