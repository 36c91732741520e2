/**
 * In which order tickets are served. Escalated ones go first in every order; what is left over is
 * settled by age and then by id, so that the order is total and the same everywhere.
 */
import { priorities } from "@sluice/schemas";
/** Tickets waiting in a group step: earliest due, priority, age. */
export const waitingOrder = "due-first";
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byEscalated = (a, b) => Number(b.escalated) - Number(a.escalated);
const byPriority = (a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority);
const byAge = (a, b) => a.createdAt - b.createdAt;
const byId = (a, b) => byText(a.ticket, b.ticket);
/** No due = nothing promised: after everything that has one. */
const byDue = (a, b) => (a.due === b.due ? 0 : a.due === null ? 1 : b.due === null ? -1 : a.due - b.due);
const orders = {
  "due-first": [byEscalated, byDue, byPriority, byAge, byId],
  "priority-first": [byEscalated, byPriority, byDue, byAge, byId],
  "oldest-first": [byEscalated, byAge, byId],
};
/** Negative when `a` is served before `b`. */
export function compareEntries(order, a, b) {
  for (const compare of orders[order]) {
    const result = compare(a, b);
    if (result !== 0) return result;
  }
  return 0;
}
//# sourceMappingURL=entry-order.js.map
