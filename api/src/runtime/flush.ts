/** Writes a unit of work: each table once, multi-row. */
import { deleteRows, insertRows, upsertRows } from "../database/bulk.ts";
import type { Transaction } from "../database/database.ts";
import { insertIncidents } from "../database/repositories/incidents.ts";
import { armTimers } from "./timer-rows.ts";
import type { LoadRows, UnitOfWork } from "./unit-of-work.ts";

const ticketColumns = [
  "id",
  "number",
  "channel",
  "external_id",
  "shop",
  "subject",
  "status",
  "stage",
  "category",
  "priority",
  "assignee",
  "grp",
  "pool",
  "customer_id",
  "tags",
  "search_text",
  "created_at",
  "updated_at",
  "resolved_at",
  "closed_at",
  "first_due",
  "breached",
  "clock_marks",
  "seq",
  "state",
] as const;
const eventColumns = [
  "id",
  "ticket_id",
  "seq",
  "type",
  "at",
  "actor",
  "data",
  "decisions",
  "log",
  "refs",
] as const;
const messageColumns = [
  "id",
  "ticket_id",
  "seq",
  "author",
  "author_id",
  "public",
  "text",
  "at",
  "external_id",
] as const;
const classificationColumns = ["ticket_id", "ruleset", "revision", "rules", "at"] as const;
const jobColumns = [
  "id",
  "ticket_id",
  "run_id",
  "node",
  "kind",
  "action",
  "version",
  "input",
  "status",
  "attempts",
  "max_attempts",
  "run_at",
  "started_at",
  "finished_at",
  "result",
  "error",
] as const;
const runColumns = [
  "id",
  "ticket_id",
  "workflow",
  "revision",
  "status",
  "started_at",
  "ended_at",
  "data",
] as const;
const taskColumns = [
  "id",
  "ticket_id",
  "run_id",
  "title",
  "grp",
  "assignee",
  "status",
  "due_at",
  "created_at",
  "data",
] as const;
const notificationColumns = [
  "id",
  "agent_id",
  "ticket_id",
  "reason",
  "data",
  "created_at",
  "read_at",
] as const;
const customerColumns = [
  "id",
  "name",
  "tier",
  "data",
  "last_assignee",
  "last_assigned_at",
  "open_tickets",
  "updated_at",
] as const;
const loadColumns = [
  "agent_id",
  "presence",
  "presence_since",
  "counts",
  "claims",
  "last_assigned_at",
  "version",
] as const;
const entryColumns = ["ticket_id", "type", "policy", "grp", "pool", "data"] as const;

const ticketlessColumns = ["id", "workflow", "node", "seq", "active", "updated_at", "state"] as const;

const surveyColumns = [
  ...(["token", "id", "ticket_id", "question", "scale"] as const),
  ...(["expires_at", "answered_at", "score", "comment"] as const),
] as const;

async function flushTickets(manager: Transaction, work: UnitOfWork): Promise<void> {
  const rows = [...work.tickets.values()];
  await insertRows(
    manager,
    "tickets",
    ticketColumns,
    rows.filter(({ id }) => work.newTickets.has(id)),
  );
  await upsertRows(
    manager,
    "tickets",
    ticketColumns,
    rows.filter(({ id }) => !work.newTickets.has(id)),
    ["id"],
  );
  await upsertRows(manager, "ticketless", ticketlessColumns, [...work.ticketless.values()], ["id"]);
  await insertRows(manager, "ticket_events", eventColumns, work.events);
  await insertRows(manager, "messages", messageColumns, work.messages);
  await upsertRows(
    manager,
    "classifications",
    classificationColumns,
    [...work.classifications.values()],
    ["ticket_id"],
  );
  const customers = [...work.changedCustomers].flatMap((id) => work.customers.get(id) ?? []);
  await upsertRows(manager, "customers", customerColumns, customers, ["id"]);
}

async function flushTimers(manager: Transaction, work: UnitOfWork): Promise<void> {
  const armed = [...work.timers.values()].filter((timer) => timer !== null);
  const gone = [...work.timers].filter(([, timer]) => timer === null).map(([ticket]) => timerKey(ticket));
  await armTimers(manager, armed);
  const stored = gone.filter((key) => !work.newTickets.has(key.slice(timerPrefix.length)));
  await deleteRows(manager, "timers", "key", stored);
}

async function flushJobs(manager: Transaction, work: UnitOfWork, now: number): Promise<void> {
  await upsertRows(manager, "jobs", jobColumns, work.jobs, ["id"]);
  for (const id of work.cancelledJobs)
    await manager.query(
      "UPDATE jobs SET status = 'cancelled', finished_at = ? WHERE id = ? AND status IN ('pending','running')",
      [now, id],
    );
  for (const end of work.jobEnds)
    await manager.query("UPDATE jobs SET status = ?, finished_at = ?, result = ?, error = ? WHERE id = ?", [
      end.status,
      end.finished_at,
      end.result,
      end.error,
      end.id,
    ]);
}

async function flushWork(manager: Transaction, work: UnitOfWork): Promise<void> {
  await upsertRows(manager, "runs", runColumns, [...work.runs.values()], ["id"]);
  await upsertRows(manager, "tasks", taskColumns, [...work.tasks.values()], ["id"]);
  await upsertRows(manager, "surveys", surveyColumns, work.surveys, ["token"]);
  await insertIncidents(manager, work.incidents);
  for (const closed of work.closedIncidents)
    await manager.query("UPDATE incidents SET status = ?, closed_at = ? WHERE id = ?", [
      closed.status,
      closed.closed_at,
      closed.id,
    ]);
  await upsertRows(manager, "notifications", notificationColumns, work.notifications, ["id", "agent_id"], []);
}

async function flushLoad(manager: Transaction, load: LoadRows): Promise<void> {
  await upsertRows(manager, "agent_loads", loadColumns, load.agents, ["agent_id"]);
  await deleteRows(manager, "agent_loads", "agent_id", load.removedAgents);
  await upsertRows(manager, "routing_cursors", ["key", "value"], load.cursors, ["key"]);
  await upsertRows(manager, "queue_entries", entryColumns, load.entries, ["ticket_id"]);
  await deleteRows(manager, "queue_entries", "ticket_id", load.removedEntries);
}

const timerPrefix = "ticket:";

/** The key of a ticket's one timer. */
export const timerKey = (ticket: string): string => `${timerPrefix}${ticket}`;

/** Writes everything of the batch in the open transaction. */
export async function flush(
  manager: Transaction,
  work: UnitOfWork,
  load: LoadRows,
  now: number,
): Promise<void> {
  await flushTickets(manager, work);
  await flushTimers(manager, work);
  await flushJobs(manager, work, now);
  await flushWork(manager, work);
  await flushLoad(manager, load);
}
