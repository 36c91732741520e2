/** What tickets can be asked for, as SQL on the copies of the aggregate that the table's columns hold. */
import { Instant, priorities, problem, ticketStatuses } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { SqlValue } from "../database/bulk.ts";
import { AppError } from "../errors.ts";
import { instantMs } from "../infra/moments.ts";

const text = (maxLength = 200) => Type.Optional(Type.String({ minLength: 1, maxLength }));
/** At most 200 values: a database binds only so many in one statement. */
const listOf = (pattern: string) =>
  Type.Optional(Type.String({ maxLength: 4_000, pattern: `^(?:${pattern})(?:,(?:${pattern})){0,199}$` }));

/**
 * What tickets can be asked for; lists are separated by commas, `none` asks for tickets without the value.
 * The fields of `GET /tickets`, and of the `filter` of `POST /tickets/bulk`.
 */
export const ticketFilterFields = {
  status: listOf(ticketStatuses.join("|")),
  /** `true`: neither resolved nor closed. */
  open: Type.Optional(Type.Boolean()),
  priority: listOf(priorities.join("|")),
  channel: text(),
  group: text(),
  assignee: text(),
  pool: text(),
  /** `true`: waits in a queue for an agent of its group. */
  waiting: Type.Optional(Type.Boolean()),
  tag: text(),
  /** A category and everything below it. */
  category: text(),
  customer: text(),
  q: text(),
  sla: Type.Optional(Type.Union([Type.Literal("breached"), Type.Literal("at-risk")])),
  breached: Type.Optional(Type.Boolean()),
  /** Its earliest clock ends before this instant. */
  dueBefore: Type.Optional(Instant),
  createdFrom: Type.Optional(Instant),
  createdUntil: Type.Optional(Instant),
  resolvedFrom: Type.Optional(Instant),
  closedFrom: Type.Optional(Instant),
  /** Has a run of this workflow that has not ended. */
  workflow: text(63),
  /** `true`: has an incident that waits for somebody. */
  incident: Type.Optional(Type.Boolean()),
  /** Was classified last by this ruleset, by this revision of it, by a match of this rule. */
  ruleset: text(63),
  revision: Type.Optional(Type.Integer({ minimum: 1 })),
  rule: text(63),
};
export const TicketFilter = Type.Object(ticketFilterFields, { additionalProperties: false });
export type TicketFilter = Static<typeof TicketFilter>;

/** A ticket is at risk when its earliest clock ends within this span. */
export const atRiskMs = 30 * 60_000;

/** A piece of a WHERE clause. */
export interface SqlFilter {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Any of a comma list; nothing where none was named. */
export const anyOf = (column: string, list: string | undefined): SqlFilter[] => {
  if (list === undefined) return [];
  const values = list.split(",");
  return [{ sql: `${column} IN (${values.map(() => "?").join(",")})`, values }];
};

/** As {@link anyOf}; `none` means without a value. */
export const equal = (column: string, value: string | undefined): SqlFilter[] => {
  if (value === undefined) return [];
  return value === "none" ? [{ sql: `${column} IS NULL`, values: [] }] : anyOf(column, value);
};

/** `!` and not a backslash, which MySQL's strings take for themselves. */
const escapeLike = (value: string): string => value.replaceAll(/[!%_]/g, "!$&");

const like = (column: string, pattern: string): SqlFilter => ({
  sql: `${column} LIKE ? ESCAPE '!'`,
  values: [pattern],
});

function searchText(q: string | undefined): SqlFilter[] {
  if (q === undefined) return [];
  const number = /^#?(\d{1,15})$/.exec(q.trim());
  const words = like("search_text", `%${escapeLike(q.trim().toLowerCase())}%`);
  if (!number) return [words];
  return [{ sql: `(number = ? OR ${words.sql})`, values: [Number(number[1]), ...words.values] }];
}

function slaFilter(sla: TicketFilter["sla"], now: number): SqlFilter[] {
  if (sla === "breached") return [{ sql: "breached = 1", values: [] }];
  if (sla === "at-risk") return [{ sql: "breached = 0 AND first_due <= ?", values: [now + atRiskMs] }];
  return [];
}

const doneStatuses = "('resolved','closed')";
/** Named, so that the index by status serves it. */
export const openStatuses = "('new','open','pending_customer','on_hold')";

const onlyIf = (wanted: boolean | undefined, yes: string, no: string): SqlFilter[] =>
  wanted === undefined ? [] : [{ sql: wanted ? yes : no, values: [] }];

function instantFilter(sql: string, text: string | undefined, path: string): SqlFilter[] {
  return text === undefined ? [] : [{ sql, values: [instantMs(text, path)] }];
}

/** The dotted path itself, and whatever begins with it and a dot: as a range, which an index can serve. */
function categoryFilter(category: string | undefined): SqlFilter[] {
  if (category === undefined || category === "none") return equal("category", category);
  const each = category.split(",");
  const one = "category = ? OR (category >= ? AND category < ?)";
  const values = each.flatMap((id) => [id, `${id}.`, `${id}/`]);
  return [{ sql: `(${each.map(() => one).join(" OR ")})`, values }];
}

const besides = (table: string, condition: string, values: readonly SqlValue[] = []): SqlFilter => ({
  sql: `id IN (SELECT ticket_id FROM ${table} WHERE ${condition})`,
  values,
});

/** Decided last by a ruleset, a revision, a rule. */
function decidedBy({ ruleset, revision, rule }: TicketFilter, at: string): SqlFilter[] {
  if (ruleset === undefined && (revision !== undefined || rule !== undefined))
    throw new AppError("request.invalid", {
      errors: [problem(`${at}/ruleset`, "schema.required", { name: "ruleset" })],
    });
  const parts: SqlFilter[] = [
    ...(ruleset === undefined ? [] : [{ sql: "ruleset = ?", values: [ruleset] }]),
    ...(revision === undefined ? [] : [{ sql: "revision = ?", values: [revision] }]),
    ...(rule === undefined ? [] : [like("rules", `%${escapeLike(JSON.stringify(rule))}%`)]),
  ];
  if (parts.length === 0) return [];
  const condition = parts.map(({ sql }) => sql).join(" AND ");
  return [
    besides(
      "classifications",
      condition,
      parts.flatMap(({ values }) => values),
    ),
  ];
}

const waitingEntries = "SELECT ticket_id FROM queue_entries WHERE type = 'waiting'";
const openIncidents = "SELECT ticket_id FROM incidents WHERE status = 'open' AND ticket_id IS NOT NULL";

/**
 * The WHERE clause of a filter, piece by piece; `at` is the filter's own place in the request.
 * @throws AppError `request.invalid` for a 31 February, and for a rule or a revision of no ruleset.
 */
export const filtersOf = (query: TicketFilter, now: number, at = "/query"): SqlFilter[] => [
  ...anyOf("status", query.status),
  ...onlyIf(query.open, `status IN ${openStatuses}`, `status IN ${doneStatuses}`),
  ...anyOf("priority", query.priority),
  ...equal("channel", query.channel),
  ...equal("grp", query.group),
  ...equal("assignee", query.assignee),
  ...equal("pool", query.pool),
  ...onlyIf(query.waiting, `id IN (${waitingEntries})`, `id NOT IN (${waitingEntries})`),
  ...categoryFilter(query.category),
  ...equal("customer_id", query.customer),
  ...(query.tag === undefined ? [] : [like("tags", `%${escapeLike(JSON.stringify(query.tag))}%`)]),
  ...searchText(query.q),
  ...slaFilter(query.sla, now),
  ...onlyIf(query.breached, "breached = 1", "breached = 0"),
  ...instantFilter("first_due < ?", query.dueBefore, `${at}/dueBefore`),
  ...instantFilter("created_at >= ?", query.createdFrom, `${at}/createdFrom`),
  ...instantFilter("created_at < ?", query.createdUntil, `${at}/createdUntil`),
  ...instantFilter("resolved_at >= ?", query.resolvedFrom, `${at}/resolvedFrom`),
  ...instantFilter("closed_at >= ?", query.closedFrom, `${at}/closedFrom`),
  ...(query.workflow === undefined
    ? []
    : [besides("runs", "workflow = ? AND status = 'active' AND ticket_id IS NOT NULL", [query.workflow])]),
  ...onlyIf(query.incident, `id IN (${openIncidents})`, `id NOT IN (${openIncidents})`),
  ...decidedBy(query, at),
];
