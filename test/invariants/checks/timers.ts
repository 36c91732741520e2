/** timers: a ticket, or a run without one, with something due has exactly one, at that instant; nothing else has any. */
import { nextDueAt } from "@sluice/engine";
import type { Check } from "../check.ts";
import type { Stored, StoredTimer } from "../stored.ts";

const kinds: ReadonlySet<string> = new Set([
  ...["ticket", "campaign", "follow"],
  ...["shift", "offline", "schedule", "retention"],
]);

function* armed(stored: Stored, timers: ReadonlyMap<string, StoredTimer>): Generator<string> {
  for (const { id, state } of stored.aggregates.values()) {
    const due = nextDueAt(state);
    const timer = timers.get(`ticket:${id}`);
    if (due === null && timer) yield `ticket ${id}: a timer at ${timer.due_at}, but nothing is due`;
    if (due !== null && !timer) yield `ticket ${id}: due at ${due}, but there is no timer`;
    if (due !== null && timer && timer.due_at !== due)
      yield `ticket ${id}: due at ${due}, but its timer is at ${timer.due_at}`;
  }
}

export const timersCheck: Check = {
  name: "timers",
  *run(stored, { quiet, now }) {
    yield* armed(stored, new Map(stored.timers.map((timer) => [timer.key, timer])));
    for (const { key, kind, ticket_id, due_at } of stored.timers) {
      if (!kinds.has(kind)) yield `timer ${key}: nobody handles the kind ${kind}`;
      if (kind === "ticket" && (key !== `ticket:${ticket_id}` || !stored.aggregates.has(ticket_id ?? "")))
        yield `timer ${key}: belongs to ${ticket_id}, which is no ticket of that name`;
      if (quiet && due_at <= now) yield `timer ${key}: overdue by ${now - due_at} ms`;
    }
  },
};
