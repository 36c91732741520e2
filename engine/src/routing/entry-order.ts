/**
 * In which order tickets are served. Escalated ones go first in every order; what is left over is
 * settled by age and then by id, so that the order is total and the same everywhere.
 */
import { type Pool, priorities } from "@sluice/schemas";
import type { QueueEntry } from "./load-state.ts";

export type QueueOrder = NonNullable<Pool["order"]>;

/** Tickets waiting in a group step: earliest due, priority, age. */
export const waitingOrder: QueueOrder = "due-first";

type Ranked = Pick<QueueEntry, "ticket" | "escalated" | "due" | "priority" | "createdAt">;
type Compare = (a: Ranked, b: Ranked) => number;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byEscalated: Compare = (a, b) => Number(b.escalated) - Number(a.escalated);
const byPriority: Compare = (a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority);
const byAge: Compare = (a, b) => a.createdAt - b.createdAt;
const byId: Compare = (a, b) => byText(a.ticket, b.ticket);

/** No due = nothing promised: after everything that has one. */
const byDue: Compare = (a, b) =>
  a.due === b.due ? 0 : a.due === null ? 1 : b.due === null ? -1 : a.due - b.due;

const orders: { readonly [O in QueueOrder]: readonly Compare[] } = {
  "due-first": [byEscalated, byDue, byPriority, byAge, byId],
  "priority-first": [byEscalated, byPriority, byDue, byAge, byId],
  "oldest-first": [byEscalated, byAge, byId],
};

/** Negative when `a` is served before `b`. */
export function compareEntries(order: QueueOrder, a: Ranked, b: Ranked): number {
  for (const compare of orders[order]) {
    const result = compare(a, b);
    if (result !== 0) return result;
  }
  return 0;
}
