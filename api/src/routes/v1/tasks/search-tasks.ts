/** The list of tasks: filters, order and pages, each with the ticket that it belongs to. */
import type { TaskState } from "@sluice/engine";
import { type Priority, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { Queryable } from "../../../database/database.ts";
import { fromCursor, type Page, toPage } from "../../../database/repositories/page.ts";
import { equal, type SqlFilter } from "../../../tickets/ticket-filter.ts";
import { taskView } from "../../../tickets/ticket-view.ts";
import { Paging } from "../listing.ts";

const statuses = "open|done|timeout|cancelled";
const names = Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 }));

/** `GET /tasks`; lists are separated by commas, `none` asks for tasks without the value. */
export const TaskQuery = Type.Object(
  {
    status: Type.String({ pattern: `^(?:${statuses})(?:,(?:${statuses}))*$`, default: "open" }),
    group: names,
    assignee: names,
    /** `true`: the caller's, and those of the caller's groups that nobody has. */
    mine: Type.Optional(Type.Boolean()),
    /** `due`: what ends first comes first, what has no end comes last. */
    sort: Type.Enum(["due", "newest"], { default: "due" }),
    ...Paging,
  },
  strict,
);
export type TaskQuery = Static<typeof TaskQuery>;

/** Whom `mine` means. */
export interface TaskCaller {
  readonly agentId: string | null;
  readonly groups: readonly string[];
}

interface Row {
  readonly id: string;
  readonly ticket_id: string | null;
  readonly data: string;
  readonly position: number;
  readonly number: number | null;
  readonly subject: string | null;
  readonly priority: Priority | null;
  readonly customer_id: string | null;
  readonly customer_name: string | null;
}

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(",");

function mineFilter({ agentId, groups }: TaskCaller): SqlFilter {
  const open = groups.length > 0 ? ` OR (k.assignee IS NULL AND k.grp IN (${marks(groups)}))` : "";
  return { sql: `(k.assignee = ?${open})`, values: [agentId ?? "", ...groups] };
}

const filtersOf = (query: TaskQuery, caller: TaskCaller): readonly SqlFilter[] => [
  ...equal("k.status", query.status),
  ...equal("k.grp", query.group),
  ...equal("k.assignee", query.assignee),
  ...(query.mine === true ? [mineFilter(caller)] : []),
];

const orders = {
  due: { key: "COALESCE(k.due_at, 9007199254740991)", direction: "ASC", compare: ">" },
  newest: { key: "k.created_at", direction: "DESC", compare: "<" },
} as const;

function afterCursor({ cursor, sort }: TaskQuery): readonly SqlFilter[] {
  const [position, id] = fromCursor(cursor, 2) ?? [];
  if (position === undefined || id === undefined) return [];
  const { key, compare } = orders[sort];
  const sql = `(${key} ${compare} ? OR (${key} = ? AND k.id ${compare} ?))`;
  return [{ sql, values: [position, position, id] }];
}

const whereOf = (filters: readonly SqlFilter[]): string => filters.map(({ sql }) => sql).join(" AND ");
const valuesOf = (filters: readonly SqlFilter[]) => filters.flatMap(({ values }) => values);

/** A task with the ticket it belongs to in short; without one where a schedule began the workflow. */
function toItem(row: Row) {
  const customer = row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name };
  return {
    ...taskView(JSON.parse(row.data) as TaskState, row.ticket_id),
    ticketNumber: row.number === null ? null : Number(row.number),
    subject: row.subject,
    priority: row.priority,
    customer,
  };
}

export type TaskItem = ReturnType<typeof toItem>;

/** One page of the tasks asked for, and how many there are on all pages. Throws `request.cursor`. */
export async function searchTasks(
  reader: Queryable,
  query: TaskQuery,
  caller: TaskCaller,
): Promise<Page<TaskItem> & { readonly total: number }> {
  const asked = filtersOf(query, caller);
  const filters = [...asked, ...afterCursor(query)];
  const { key, direction } = orders[query.sort];
  const rows = await reader.query<Row[]>(
    `SELECT k.id, k.ticket_id, k.data, ${key} AS position,
            t.number, t.subject, t.priority, t.customer_id, c.name AS customer_name
       FROM tasks k LEFT JOIN tickets t ON t.id = k.ticket_id LEFT JOIN customers c ON c.id = t.customer_id
      WHERE ${whereOf(filters)} ORDER BY ${key} ${direction}, k.id ${direction} LIMIT ?`,
    [...valuesOf(filters), query.limit + 1],
  );
  const [counted] = await reader.query<{ total: number }[]>(
    `SELECT COUNT(*) AS total FROM tasks k WHERE ${whereOf(asked)}`,
    valuesOf(asked),
  );
  const page = toPage(rows, query.limit, (row) => [Number(row.position), row.id], toItem);
  return { ...page, total: Number(counted?.total ?? 0) };
}
