/** One customer with everything that is stored of them. */
import type { TicketStatus } from "@sluice/schemas";
import { ticketStatuses } from "@sluice/schemas";
import { toIso } from "../clock.ts";
import type { Queryable } from "../database/database.ts";
import type { CustomerRow } from "../database/entities/routing.ts";
import { AppError } from "../errors.ts";

interface Totals {
  readonly status: TicketStatus;
  readonly count: number;
  readonly breached: number;
  readonly first: number;
  readonly last: number;
}

const sum = (rows: readonly Totals[], of: (row: Totals) => number): number =>
  rows.reduce((total, row) => total + Number(of(row)), 0);

/** What is known of the customer, and their tickets counted. Throws `resource.not-found`. */
export async function readCustomer(reader: Queryable, id: string) {
  const [row] = await reader.query<CustomerRow[]>("SELECT * FROM customers WHERE id = ?", [id]);
  if (!row) throw new AppError("resource.not-found", { values: { what: `customer ${id}` } });
  const rows = await reader.query<Totals[]>(
    `SELECT status, COUNT(*) AS count, SUM(breached) AS breached, MIN(created_at) AS first, MAX(created_at) AS last
       FROM tickets WHERE customer_id = ? GROUP BY status`,
    [id],
  );
  const byStatus = ticketStatuses.map((status) => {
    const found = rows.find((one) => one.status === status);
    return [status, Number(found?.count ?? 0)] as const;
  });
  const isOpen = ({ status }: Totals) => status !== "resolved" && status !== "closed";
  const open = rows.filter(isOpen);
  const edge = (pick: (...values: number[]) => number, of: (row: Totals) => number) =>
    rows.length === 0 ? null : toIso(pick(...rows.map((one) => Number(of(one)))));
  return {
    customer: {
      ...JSON.parse(row.data),
      id,
      name: row.name,
      tier: row.tier,
      lastAssignee: row.last_assignee,
      lastAssignedAt: toIso(row.last_assigned_at === null ? null : Number(row.last_assigned_at)),
    },
    totals: {
      tickets: sum(rows, ({ count }) => count),
      open: sum(open, ({ count }) => count),
      breached: sum(open, ({ breached }) => breached),
      byStatus: Object.fromEntries(byStatus),
      firstAt: edge(Math.min, ({ first }) => first),
      lastAt: edge(Math.max, ({ last }) => last),
    },
  };
}
