/** `/incidents`: nodes that failed for good; retried from that node under the same key, or skipped. */
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { replyIncident, settleReplyIncident } from "../../../channels/outbound.ts";
import { toIso } from "../../../clock.ts";
import type { IncidentRow } from "../../../database/entities/work.ts";
import { findIncident } from "../../../database/repositories/incidents.ts";
import { AppError } from "../../../errors.ts";
import { type DifferenceDetails, differenceKind } from "../../../reference-check/difference-incidents.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { ticketOf } from "../../../runtime/ticketless.ts";
import { sendTicket, submitFor } from "../tickets/params.ts";

const tags = ["operations"];
const operate = { roles: ["lead", "publisher"] } as const;
const Params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) });
const Query = Type.Object(
  {
    status: Type.Enum(["open", "retried", "skipped"], { default: "open" }),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  },
  strict,
);

/** What may be done with one. */
const ways = ["retry", "skip"] as const;
type How = (typeof ways)[number];

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

export const incidentsRoutes =
  (runtime: Runtime): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { reader } = app.context.database;

    async function requireIncident(id: string): Promise<IncidentRow> {
      const row = await findIncident(reader, id);
      if (!row) throw new AppError("resource.not-found", { values: { what: `incident ${id}` } });
      return row;
    }

    app.get(
      "/incidents",
      { config: { roles: ["viewer"] }, schema: { tags, querystring: Query } },
      async ({ query }) => {
        const rows = await reader.query<IncidentRow[]>(
          "SELECT * FROM incidents WHERE status = ? AND id > ? ORDER BY id LIMIT ?",
          [query.status, query.cursor ?? "", query.limit + 1],
        );
        const page = rows.slice(0, query.limit);
        return {
          items: page.map(toView),
          nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
        };
      },
    );

    /** A difference between the evaluators is no ticket's: it is settled for its ruleset. */
    async function settleDifference(row: IncidentRow, how: How): Promise<void> {
      const details = JSON.parse(row.details) as DifferenceDetails;
      const live = runtime.definitions.current.classification(details.ruleset, runtime.clock.now());
      await runtime.reference.settle(details, how === "retry" ? "retried" : "skipped", live);
    }

    /** A message that was not sent is no matter of a run: its job is taken up again, or left. */
    async function settleReply(row: IncidentRow, how: How): Promise<void> {
      const now = runtime.clock.now();
      await app.context.database.writer.run((tx) => settleReplyIncident(tx, row, how, now));
      runtime.pokeJobs();
    }

    /** Kinds that no run waits for; all others are settled by an event of their ticket. */
    const settlers = new Map([
      [differenceKind, settleDifference],
      [replyIncident, settleReply],
    ]);

    for (const how of ways)
      app.post(
        `/incidents/:id/${how}`,
        { config: operate, schema: { tags, params: Params } },
        async (request, reply) => {
          const row = await requireIncident(request.params.id);
          const { id, ticket_id, run_id, kind, status } = row;
          const settle = status === "open" ? settlers.get(kind) : undefined;
          if (settle) {
            await settle(row, how);
            return toView(await requireIncident(id));
          }
          if (ticket_id === null || run_id === null || status !== "open")
            throw new AppError("incident.closed", { values: { id } });
          const committed = await submitFor(runtime, request, ticket_id, {
            type: `incident.${how}`,
            incident: id,
          });
          return sendTicket(runtime, reply, committed);
        },
      );
  };
