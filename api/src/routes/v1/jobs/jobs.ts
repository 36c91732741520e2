/** `/jobs` and `/timers`: what is still to happen. */

import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { strict } from "@sluice/schemas";
import { Type } from "typebox";
import { toIso } from "../../../clock.ts";
import type { JobRow, TimerRow } from "../../../database/entities/work.ts";
import { ticketOf } from "../../../runtime/ticketless.ts";

const tags = ["operations"];
const read = { roles: ["viewer"] } as const;
const limit = Type.Integer({ minimum: 1, maximum: 200, default: 50 });
const JobQuery = Type.Object(
  {
    status: Type.Optional(Type.Enum(["pending", "running", "done", "failed", "dead", "cancelled"])),
    ticket: Type.Optional(Type.String({ minLength: 1 })),
    limit,
  },
  strict,
);
const TimerQuery = Type.Object({ limit }, strict);

const instantOf = (value: number | null) => toIso(value === null ? null : Number(value));

const toJob = (row: JobRow) => ({
  id: row.id,
  ticket: ticketOf(row.ticket_id),
  run: row.run_id,
  node: row.node,
  action: row.action,
  version: row.version,
  status: row.status,
  attempts: Number(row.attempts),
  maxAttempts: Number(row.max_attempts),
  runAt: instantOf(row.run_at),
  startedAt: instantOf(row.started_at),
  finishedAt: instantOf(row.finished_at),
  error: row.error === null ? null : (JSON.parse(row.error) as unknown),
});

export const jobsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { reader } = app.context.database;

  app.get("/jobs", { config: read, schema: { tags, querystring: JobQuery } }, async ({ query }) => {
    const filters = Object.entries({ status: query.status, ticket_id: query.ticket }).filter(
      ([, value]) => value !== undefined,
    );
    const where =
      filters.length > 0 ? `WHERE ${filters.map(([column]) => `${column} = ?`).join(" AND ")}` : "";
    const rows = await reader.query<JobRow[]>(
      `SELECT * FROM jobs ${where} ORDER BY run_at DESC, id LIMIT ?`,
      [...filters.map(([, value]) => value), query.limit],
    );
    return { items: rows.map(toJob), nextCursor: null };
  });

  app.get("/timers", { config: read, schema: { tags, querystring: TimerQuery } }, async ({ query }) => {
    const rows = await reader.query<TimerRow[]>("SELECT * FROM timers ORDER BY due_at LIMIT ?", [
      query.limit,
    ]);
    return {
      items: rows.map((row) => ({
        key: row.key,
        kind: row.kind,
        ticket: ticketOf(row.ticket_id),
        dueAt: instantOf(row.due_at),
      })),
      nextCursor: null,
    };
  });
};
