/** The list of tickets: filters, order and pages, on the copies of the aggregate that the table's columns hold. */
import type { TicketState } from "@sluice/engine";
import { priorities, ticketStatuses } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { SqlValue } from "../database/bulk.ts";
import type { Queryable } from "../database/database.ts";
import { AppError } from "../errors.ts";

const text = (maxLength = 200) => Type.Optional(Type.String({ minLength: 1, maxLength }));
const listOf = (pattern: string) =>
  Type.Optional(Type.String({ pattern: `^(?:${pattern})(?:,(?:${pattern}))*$` }));

/** `GET /tickets`; lists are separated by commas, `none` asks for tickets without the value. */
export const TicketQuery = Type.Object(
  {
    status: listOf(ticketStatuses.join("|")),
    priority: listOf(priorities.join("|")),
    channel: text(),
    group: text(),
    assignee: text(),
    pool: text(),
    tag: text(),
    category: text(),
    customer: text(),
    q: text(),
    sla: Type.Optional(Type.Union([Type.Literal("breached"), Type.Literal("at-risk")])),
    sort: Type.Optional(Type.Union([Type.Literal("newest"), Type.Literal("due")], { default: "newest" })),
    cursor: text(500),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
);
export type TicketQuery = Static<typeof TicketQuery>;

/** A ticket is at risk when its earliest clock ends within this span. */
const atRiskMs = 30 * 60_000;

interface Filter {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const anyOf = (column: string, list: string | undefined): Filter[] => {
  if (list === undefined) return [];
  const values = list.split(",");
  return [{ sql: `${column} IN (${values.map(() => "?").join(",")})`, values }];
};

const equal = (column: string, value: string | undefined): Filter[] => {
  if (value === undefined) return [];
  return value === "none" ? [{ sql: `${column} IS NULL`, values: [] }] : anyOf(column, value);
};

const escapeLike = (value: string): string => value.replaceAll(/[\\%_]/g, "\\$&");

const like = (column: string, pattern: string): Filter => ({
  sql: `${column} LIKE ? ESCAPE '\\'`,
  values: [pattern],
});

function searchText(q: string | undefined): Filter[] {
  if (q === undefined) return [];
  const number = /^#?(\d{1,15})$/.exec(q.trim());
  const words = like("search_text", `%${escapeLike(q.trim().toLowerCase())}%`);
  if (!number) return [words];
  return [{ sql: `(number = ? OR ${words.sql})`, values: [Number(number[1]), ...words.values] }];
}

function slaFilter(sla: TicketQuery["sla"], now: number): Filter[] {
  if (sla === "breached") return [{ sql: "breached = 1", values: [] }];
  if (sla === "at-risk") return [{ sql: "breached = 0 AND first_due <= ?", values: [now + atRiskMs] }];
  return [];
}

const filtersOf = (query: TicketQuery, now: number): Filter[] => [
  ...anyOf("status", query.status),
  ...anyOf("priority", query.priority),
  ...equal("channel", query.channel),
  ...equal("grp", query.group),
  ...equal("assignee", query.assignee),
  ...equal("pool", query.pool),
  ...equal("category", query.category),
  ...equal("customer_id", query.customer),
  ...(query.tag === undefined ? [] : [like("tags", `%${escapeLike(JSON.stringify(query.tag))}%`)]),
  ...searchText(query.q),
  ...slaFilter(query.sla, now),
];

type Position = readonly [number, string];

function parseCursor(cursor: string): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "string")
      return [value[0], value[1]];
  } catch {
    // Falls through to the refusal: whatever is wrong with a cursor, the caller mends it the same way.
  }
  throw new AppError("request.cursor");
}

const orders = {
  newest: { key: "created_at", direction: "DESC", compare: "<" },
  due: { key: "COALESCE(first_due, 9007199254740991)", direction: "ASC", compare: ">" },
} as const;

interface Row {
  readonly id: string;
  readonly position: number;
  readonly state: string;
}

export interface TicketPage {
  readonly items: readonly TicketState[];
  readonly nextCursor: string | null;
}

/** One page of tickets. */
export async function searchTickets(reader: Queryable, query: TicketQuery, now: number): Promise<TicketPage> {
  const order = orders[query.sort ?? "newest"];
  const limit = query.limit ?? 50;
  const filters = filtersOf(query, now);
  if (query.cursor !== undefined) {
    const [position, id] = parseCursor(query.cursor);
    filters.push({
      sql: `(${order.key} ${order.compare} ? OR (${order.key} = ? AND id ${order.compare} ?))`,
      values: [position, position, id],
    });
  }
  const where = filters.length === 0 ? "" : `WHERE ${filters.map(({ sql }) => sql).join(" AND ")}`;
  const rows = await reader.query<Row[]>(
    `SELECT id, ${order.key} AS position, state FROM tickets ${where} ORDER BY ${order.key} ${order.direction}, id ${order.direction} LIMIT ?`,
    [...filters.flatMap(({ values }) => values), limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ state }) => JSON.parse(state) as TicketState),
    nextCursor: last
      ? Buffer.from(JSON.stringify([Number(last.position), last.id])).toString("base64url")
      : null,
  };
}
