/**
 * Changes to a ticket's own values, and the life of its status:
 * new → open → pending_customer | on_hold → open → resolved → closed; resolved or closed → open is a reopening.
 */
import type { TicketStatus } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import type { TicketChanges } from "../state/events.ts";
import type { TicketRecord } from "../state/ticket-state.ts";

const active: readonly TicketStatus[] = ["open", "pending_customer", "on_hold", "resolved", "closed"];

/** The statuses that may follow each status; a status may always stay as it is. */
const successors: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: active,
  open: active,
  pending_customer: active,
  on_hold: active,
  resolved: ["open", "closed"],
  closed: ["open"],
};

/** True when a ticket is done: nobody works on it. */
export const isDone = (status: TicketStatus): boolean => status === "resolved" || status === "closed";

/**
 * The ticket with another status and the instants that go with it.
 * @throws EngineError `ticket.transition` when the status may not follow.
 */
export function applyStatus(ticket: TicketRecord, status: TicketStatus, now: number): TicketRecord {
  if (status === ticket.status) return ticket;
  if (!successors[ticket.status].includes(status))
    throw new EngineError("ticket.transition", `a ticket that is ${ticket.status} cannot become ${status}`, {
      from: ticket.status,
      to: status,
      allowed: successors[ticket.status],
    });
  if (status === "open" && isDone(ticket.status))
    return { ...ticket, status, resolvedAt: null, closedAt: null, reopenCount: ticket.reopenCount + 1 };
  return {
    ...ticket,
    status,
    resolvedAt: isDone(status) ? (ticket.resolvedAt ?? now) : ticket.resolvedAt,
    closedAt: status === "closed" ? now : ticket.closedAt,
  };
}

const withTags = (tags: readonly string[], changes: TicketChanges): readonly string[] => {
  const removed = new Set(changes.removeTags ?? []);
  return [...new Set([...tags, ...(changes.addTags ?? [])])].filter((tag) => !removed.has(tag));
};

/** The ticket after the changes; `explicit` marks a priority that a person or caller chose. */
export function applyChanges(
  ticket: TicketRecord,
  changes: TicketChanges,
  now: number,
  explicit: boolean,
): TicketRecord {
  const next = changes.status === undefined ? ticket : applyStatus(ticket, changes.status, now);
  return {
    ...next,
    stage: changes.stage === undefined ? next.stage : changes.stage,
    category: changes.category === undefined ? next.category : changes.category,
    priority: changes.priority ?? next.priority,
    categoryExplicit: next.categoryExplicit || (explicit && changes.category !== undefined),
    priorityExplicit: next.priorityExplicit || (explicit && changes.priority !== undefined),
    tags: changes.addTags || changes.removeTags ? withTags(next.tags, changes) : next.tags,
    fields: changes.fields ? { ...next.fields, ...changes.fields } : next.fields,
  };
}

const compared = [
  "status",
  "stage",
  "priority",
  "category",
  "tags",
  "fields",
  "assignee",
  "group",
  "pool",
] as const;

/** The properties that differ, for `event.changes` and for triggers. */
export const changedProperties = (before: TicketRecord, after: TicketRecord): readonly string[] =>
  compared.filter(
    (key) => before[key] !== after[key] && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
