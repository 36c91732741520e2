/** Jobs and timers as lists: what is still to happen, and what it is about. */
import { type Static, Type } from "typebox";
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import type { JobRow, TimerRow } from "../database/entities/work.ts";
import { ticketlessOf, ticketOf } from "../runtime/ticketless.ts";
import type { SqlFilter } from "../tickets/ticket-filter.ts";
import { toJob } from "./job-view.ts";
import { type NameRows, type RowRefs, withNames } from "./row-names.ts";

const limit = Type.Integer({ minimum: 1, maximum: 200, default: 50 });
const text = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));

export const jobFields = {
  status: Type.Optional(Type.Enum(["pending", "running", "done", "failed", "dead", "cancelled"])),
  ticket: text,
  /** Of runs of this workflow. */
  workflow: text,
  action: text,
  limit,
};
const JobQuery = Type.Object(jobFields);

export const timerFields = { kind: text, limit };
const TimerQuery = Type.Object(timerFields);

const conditions: Readonly<Record<string, string>> = {
  status: "status = ?",
  ticket: "ticket_id = ?",
  workflow: "run_id IN (SELECT id FROM runs WHERE workflow = ?)",
  action: "action = ?",
  kind: "kind = ?",
};

function filtersOf(query: Readonly<Record<string, unknown>>): readonly SqlFilter[] {
  return Object.entries(conditions).flatMap(([name, sql]) => {
    const value = query[name];
    return typeof value === "string" ? [{ sql, values: [value] }] : [];
  });
}

function find<Row>(db: Queryable, table: string, query: Readonly<Record<string, unknown>>, order: string) {
  const filters = filtersOf(query);
  const where = filters.length > 0 ? `WHERE ${filters.map(({ sql }) => sql).join(" AND ")}` : "";
  return db.query<Row[]>(`SELECT * FROM ${table} ${where} ORDER BY ${order} LIMIT ?`, [
    ...filters.flatMap(({ values }) => [...values]),
    Number(query.limit),
  ]);
}

/** Jobs, those that are tried last first. */
export async function listJobs(db: Queryable, nameRows: NameRows, query: Static<typeof JobQuery>) {
  const rows = await find<JobRow>(db, "jobs", query, "run_at DESC, id");
  const refsOf = ({ ticket_id, run_id, node }: JobRow) => ({ ticket: ticket_id, run: run_id, node });
  return withNames(nameRows, rows, refsOf, toJob);
}

interface TimerPlan {
  readonly workflow?: string;
  readonly node?: string;
  readonly campaign?: string;
}

/** The workflow of a schedule, or of what runs without a ticket: as it is live. */
function timerRefs({ ticket_id: ticket, payload }: TimerRow): RowRefs {
  const plan = JSON.parse(payload) as TimerPlan;
  const { workflow, node } = ticket === null ? plan : (ticketlessOf(ticket) ?? plan);
  return { ticket, workflow: workflow ?? null, node: node ?? null };
}

const toTimer = (row: TimerRow) => ({
  key: row.key,
  kind: row.kind,
  ticket: ticketOf(row.ticket_id),
  node: timerRefs(row).node ?? null,
  campaign: (JSON.parse(row.payload) as TimerPlan).campaign ?? null,
  dueAt: toIso(Number(row.due_at)),
});

async function campaignNames(db: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const marks = keys.map(() => "?").join(",");
  const rows = await db.query<{ key: string; name: string }[]>(
    `SELECT "key", name FROM documents WHERE kind = 'campaign' AND "key" IN (${marks})`,
    [...keys],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** Timers, the next one first. */
export async function listTimers(db: Queryable, nameRows: NameRows, query: Static<typeof TimerQuery>) {
  const rows = await find<TimerRow>(db, "timers", query, `due_at, "key"`);
  const views = await withNames(nameRows, rows, timerRefs, toTimer);
  const campaigns = await campaignNames(db, [...new Set(views.flatMap(({ campaign }) => campaign ?? []))]);
  return views.map((view) => ({ ...view, campaignName: campaigns.get(view.campaign ?? "") ?? null }));
}
