/** tasks and incidents: the open rows are those that tokens wait for, and the other way round. */
import type { Check } from "../check.ts";
import { awaited } from "../stored.ts";

function* matched(
  what: string,
  waiting: ReadonlyMap<string, string>,
  open: ReadonlyMap<string, string | null>,
): Generator<string> {
  for (const [id, ticket] of waiting)
    if (open.get(id) !== ticket)
      yield `${what} ${id}: ticket ${ticket} waits for it, but it is not open there`;
  for (const id of open.keys()) if (!waiting.has(id)) yield `${what} ${id}: open, but nobody waits for it`;
}

export const tasksCheck: Check = {
  name: "tasks",
  *run(stored) {
    const open = new Map(
      [...stored.tasks.values()].flatMap((row) => (row.status === "open" ? [[row.id, row.ticket_id]] : [])),
    );
    yield* matched(
      "task",
      awaited(stored, (wait) => (wait.type === "task" ? wait.task : null)),
      open,
    );
    const carried = [...stored.aggregates.values()].flatMap(({ state }) => state.tasks);
    for (const task of carried)
      if (!open.has(task.id)) yield `task ${task.id}: its ticket carries it, but its row is not open`;
    if (carried.length !== open.size) yield `${open.size} open tasks, but tickets carry ${carried.length}`;
  },
};

export const incidentsCheck: Check = {
  name: "incidents",
  *run(stored) {
    const rows = [...stored.incidents.values()];
    // A loop guard between workflows belongs to no run: nobody can wait for it.
    const open = new Map(
      rows.flatMap((row) => (row.status === "open" && row.run_id !== null ? [[row.id, row.ticket_id]] : [])),
    );
    yield* matched(
      "incident",
      awaited(stored, (wait) => (wait.type === "incident" ? wait.incident : null)),
      open,
    );
    for (const row of rows)
      if (row.ticket_id !== null && !stored.aggregates.has(row.ticket_id))
        yield `incident ${row.id}: belongs to ${row.ticket_id}, which does not exist`;
    for (const row of rows)
      if ((row.status === "open") !== (row.closed_at === null))
        yield `incident ${row.id}: ${row.status}, closed at ${row.closed_at}`;
  },
};
