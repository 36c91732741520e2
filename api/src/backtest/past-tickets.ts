/** The past tickets that a backtest asks for, newest first, as they came in. */
import { Instant, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { Queryable } from "../database/database.ts";
import { instantMs } from "../infra/moments.ts";
import {
  type IncomingRow,
  type IncomingTicket,
  incomingColumns,
  incomingJoin,
  toIncoming,
} from "../tickets/as-it-came-in.ts";
import { anyOf, type SqlFilter } from "../tickets/ticket-filter.ts";

const word = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));

/** Which tickets; lists are separated by commas. */
export const PastTickets = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000 })),
    channel: word,
    category: word,
    status: word,
    /** Created at or after. */
    from: Type.Optional(Instant),
    /** Created before. */
    until: Type.Optional(Instant),
  },
  strict,
);
export type PastTickets = Static<typeof PastTickets>;

const defaultLimit = 500;
const pageSize = 250;

function created(compare: ">=" | "<", instant: string | undefined, path: string): SqlFilter[] {
  return instant === undefined
    ? []
    : [{ sql: `t.created_at ${compare} ?`, values: [instantMs(instant, path)] }];
}

const filtersOf = (query: PastTickets): SqlFilter[] => [
  ...anyOf("t.channel", query.channel),
  ...anyOf("t.category", query.category),
  ...anyOf("t.status", query.status),
  ...created(">=", query.from, "/tickets/from"),
  ...created("<", query.until, "/tickets/until"),
];

/** At most `limit` of them, a page at a time. Throws `request.invalid` for an instant that no calendar has. */
export async function* pastTickets(
  reader: Queryable,
  query: PastTickets,
): AsyncGenerator<readonly IncomingTicket[]> {
  const filters = filtersOf(query);
  let left = query.limit ?? defaultLimit;
  let last: IncomingTicket | undefined;
  while (left > 0) {
    const after = last
      ? [
          {
            sql: "(t.created_at < ? OR (t.created_at = ? AND t.id < ?))",
            values: [last.at, last.at, last.id],
          },
        ]
      : [];
    const all = [...filters, ...after];
    const where = all.length === 0 ? "" : `WHERE ${all.map(({ sql }) => sql).join(" AND ")}`;
    const take = Math.min(left, pageSize);
    const rows = await reader.query<IncomingRow[]>(
      `SELECT ${incomingColumns} FROM ${incomingJoin} ${where} ORDER BY t.created_at DESC, t.id DESC LIMIT ?`,
      [...all.flatMap(({ values }) => values), take],
    );
    const page = rows.map(toIncoming);
    if (page.length > 0) yield page;
    if (page.length < take) return;
    left -= page.length;
    last = page.at(-1);
  }
}
