/** What a simulation has to know of what is stored, so that it decides as the live server would. */
import type { SimulatedCustomer } from "@sluice/engine";
import type { Queryable } from "../database/database.ts";
import type { CustomerRow } from "../database/entities/routing.ts";

/** The customer as earlier tickets left them; of a new one nothing is known. */
export async function readSimulatedCustomer(reader: Queryable, id: string): Promise<SimulatedCustomer> {
  const [row] = await reader.query<CustomerRow[]>("SELECT * FROM customers WHERE id = ?", [id]);
  if (!row) return { known: { openTickets: 0 } };
  return {
    known: { ...JSON.parse(row.data), openTickets: Number(row.open_tickets) },
    lastAssigned:
      row.last_assignee === null || row.last_assigned_at === null
        ? null
        : { agent: row.last_assignee, at: Number(row.last_assigned_at) },
  };
}

/** The number that the next ticket would get. */
export async function readNextNumber(reader: Queryable): Promise<number> {
  const [row] = await reader.query<{ value: number }[]>(`SELECT value FROM counters WHERE "key" = 'ticket'`);
  return Number(row?.value ?? 0) + 1;
}
