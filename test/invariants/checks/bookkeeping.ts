/** customers, documents, classifications, remembered answers, and SQLite's own idea of the file. */
import type { Check } from "../check.ts";
import { isDone, type Stored } from "../stored.ts";

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
    const bulk = new Set(stored.database.prepare<[], string>("SELECT id FROM bulk_jobs").pluck().all());
    yield* answers(stored, "POST /api/v1/tickets", "ticket", stored.tickets);
    yield* answers(stored, "POST /api/v1/tickets/bulk", "bulk job", bulk);
  },
};

function* answers(
  { database }: Stored,
  route: string,
  what: string,
  known: { has(id: string): boolean },
): Generator<string> {
  const rows = database
    .prepare<[string], { key: string; response: string }>(
      `SELECT "key", response FROM idempotency WHERE route = ?`,
    )
    .all(route);
  for (const { key, response } of rows) {
    const { id } = JSON.parse(response) as { id?: string };
    if (id === undefined || !known.has(id))
      yield `answer ${key}: refers to ${what} ${id}, which does not exist`;
  }
}

interface ClassifiedRow {
  readonly ticket_id: string;
  readonly ruleset: string;
  readonly revision: number;
  readonly rules: string;
}

/** By what each ticket was classified last, as its events tell it. */
function classifiedBy(stored: Stored): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  for (const { ticket, decisions } of stored.events)
    for (const decision of decisions)
      if (decision.kind === "classification")
        last.set(
          ticket,
          nameOf(
            decision.ref,
            decision.matched.map(({ id }) => id),
          ),
        );
  return last;
}

const nameOf = (ref: { readonly key: string; readonly revision: number }, rules: readonly string[]): string =>
  `${ref.key}@${ref.revision} ${rules.join(" ")}`;

export const classificationsCheck: Check = {
  name: "classifications",
  *run(stored) {
    const told = classifiedBy(stored);
    const rows = stored.database.prepare<[], ClassifiedRow>("SELECT * FROM classifications").all();
    const known = new Map(
      rows.map(({ ticket_id, ruleset, revision, rules }) => [
        ticket_id,
        nameOf({ key: ruleset, revision }, JSON.parse(rules) as string[]),
      ]),
    );
    for (const ticket of new Set([...told.keys(), ...known.keys()]))
      if (told.get(ticket) !== known.get(ticket))
        yield `ticket ${ticket}: classified by ${known.get(ticket)}, its events say ${told.get(ticket)}`;
  },
};

export const fileCheck: Check = {
  name: "file",
  *run(stored) {
    const answer = stored.database.pragma("integrity_check", { simple: true });
    if (answer !== "ok") yield `integrity_check: ${String(answer)}`;
  },
};
