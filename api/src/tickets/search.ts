/** The list of tickets: filters, order and pages, on the copies of the aggregate that the table's columns hold. */
import type { TicketState } from "@sluice/engine";
import { type Static, Type } from "typebox";
import type { Queryable } from "../database/database.ts";
import { AppError } from "../errors.ts";
import { filtersOf, type SqlFilter, ticketFilterFields } from "./ticket-filter.ts";

/** `GET /tickets`. */
export const TicketQuery = Type.Object(
  {
    ...ticketFilterFields,
    sort: Type.Optional(Type.Union([Type.Literal("newest"), Type.Literal("due")], { default: "newest" })),
    cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
);
export type TicketQuery = Static<typeof TicketQuery>;

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

/** One page of the tickets that the query asks for, and `further` filters with it. */
export async function searchTickets(
  reader: Queryable,
  query: TicketQuery,
  now: number,
  further: readonly SqlFilter[] = [],
): Promise<TicketPage> {
  const order = orders[query.sort ?? "newest"];
  const limit = query.limit ?? 50;
  const filters = [...filtersOf(query, now), ...further];
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
