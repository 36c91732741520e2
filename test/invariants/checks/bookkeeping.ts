/** customers, documents, remembered answers, and SQLite's own idea of the file. */
import type { Check } from "../check.ts";
import { isDone } from "../stored.ts";

export const customersCheck: Check = {
  name: "customers",
  *run(stored) {
    const open = new Map<string, number>();
    for (const ticket of stored.tickets.values()) {
      const { id } = ticket.state.ticket.customer;
      open.set(id, (open.get(id) ?? 0) + (isDone(ticket) ? 0 : 1));
    }
    const known = new Map(stored.customers.map(({ id, open_tickets }) => [id, open_tickets]));
    for (const [id, count] of open)
      if (known.get(id) !== count)
        yield `customer ${id}: open_tickets is ${known.get(id)}, tickets say ${count}`;
    for (const [id, count] of known)
      if (!open.has(id) && count !== 0) yield `customer ${id}: open_tickets is ${count} without any ticket`;
  },
};

export const documentsCheck: Check = {
  name: "documents",
  *run(stored) {
    const rows = stored.database
      .prepare<[], { kind: string; key: string; live_revision: number | null }>(
        `SELECT kind, "key", live_revision FROM documents`,
      )
      .all();
    for (const { kind, key, live_revision } of rows)
      if (live_revision !== null && !stored.revisions.has(`${kind}/${key}@${live_revision}`))
        yield `document ${kind}/${key}: its live revision ${live_revision} does not exist`;
    const keys = new Set(rows.map(({ kind, key }) => `${kind}/${key}`));
    for (const name of stored.revisions.keys())
      if (!keys.has(name.slice(0, name.lastIndexOf("@"))))
        yield `revision ${name}: its document does not exist`;
  },
};

export const idempotencyCheck: Check = {
  name: "idempotency",
  *run(stored) {
    const rows = stored.database
      .prepare<[], { key: string; response: string }>(
        `SELECT "key", response FROM idempotency WHERE route = 'POST /api/v1/tickets'`,
      )
      .all();
    for (const { key, response } of rows) {
      const { id } = JSON.parse(response) as { id?: string };
      if (id === undefined || !stored.tickets.has(id))
        yield `answer ${key}: refers to ticket ${id}, which does not exist`;
    }
  },
};

export const fileCheck: Check = {
  name: "file",
  *run(stored) {
    const answer = stored.database.pragma("integrity_check", { simple: true });
    if (answer !== "ok") yield `integrity_check: ${String(answer)}`;
  },
};
