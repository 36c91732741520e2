/**
 * Runs without a ticket live in aggregates of their own, which the dispatcher reads, steps and writes as it does tickets:
 * jobs, timers, incidents and runs name the aggregate where they else name a ticket.
 */
import type { TicketState } from "@sluice/engine";
import type { Queryable } from "../database/database.ts";
import type { TicketlessRow } from "../database/entities/ticketless.ts";

const prefix = "house:";

/** The aggregate of a trigger, or with `call` of one call of it. */
export const ticketlessId = (workflow: string, node: string, call?: string): string =>
  `${prefix}${workflow}:${node}${call === undefined ? "" : `:${call}`}`;

/** True for what is no ticket's id. */
export const isTicketlessId = (id: string): boolean => id.startsWith(prefix);

/** What callers are told in the place of a ticket's id. */
export const ticketOf = (id: string | null): string | null => (id !== null && isTicketlessId(id) ? null : id);

/** The trigger that an aggregate belongs to; `null` for a ticket. */
export function ticketlessOf(id: string): { readonly workflow: string; readonly node: string } | null {
  if (!isTicketlessId(id)) return null;
  const [workflow = "", node = ""] = id.slice(prefix.length).split(":");
  return { workflow, node };
}

/** The aggregate's row. */
export function toTicketlessRow(state: TicketState, now: number): TicketlessRow {
  const { workflow = "", node = "" } = ticketlessOf(state.ticket.id) ?? {};
  return {
    ...{ id: state.ticket.id, workflow, node, seq: state.seq, active: state.runs.length },
    ...{ updated_at: now, state: JSON.stringify(state) },
  };
}

/** The aggregate as committed, or `undefined`. */
export async function readTicketless(reader: Queryable, id: string): Promise<TicketState | undefined> {
  const [row] = await reader.query<{ state: string }[]>("SELECT state FROM ticketless WHERE id = ?", [id]);
  return row && (JSON.parse(row.state) as TicketState);
}
