/** runs: those that tickets carry are the active rows; every token waits for something that can come. */
import type { RunState, RunToken } from "@sluice/engine";
import type { Check } from "../check.ts";
import { activeRuns, type Stored, type StoredRun, type StoredTicket } from "../stored.ts";

function* rowOf(run: RunState, ticket: StoredTicket, row: StoredRun | undefined): Generator<string> {
  if (!row) yield `run ${run.id} of ticket ${ticket.id} has no row`;
  else if (
    row.status !== "active" ||
    row.ticket_id !== ticket.id ||
    row.workflow !== run.workflow.key ||
    row.revision !== run.workflow.revision
  )
    yield `run ${run.id} of ticket ${ticket.id}: its row says ${row.status} ${row.workflow}@${row.revision} of ${row.ticket_id}`;
}

function* tokenOf(
  { id, node, wait, visit }: RunToken,
  run: RunState,
  ticket: StoredTicket,
): Generator<string> {
  const name = `run ${run.id}: token ${id} at ${node}`;
  if (wait === null) yield `${name} waits for nothing`;
  if (wait?.type === "route" && ticket.state.routing?.type !== "waiting")
    yield `${name} waits for routing, which says ${ticket.state.routing?.type ?? "nothing"}`;
  if (wait?.type === "run" && !ticket.state.runs.some((other) => other.id === wait.run))
    yield `${name} waits for the run ${wait.run}, which has ended`;
  if (run.visits[node] !== visit)
    yield `${name}: visit ${visit}, but the node was entered ${run.visits[node]} times`;
}

function* inAggregates(stored: Stored): Generator<string> {
  for (const { ticket, run } of activeRuns(stored)) {
    yield* rowOf(run, ticket, stored.runs.get(run.id));
    if (run.status !== "active") yield `run ${run.id}: ${run.status}, but its ticket still carries it`;
    if (run.tokens.length === 0) yield `run ${run.id}: active without a token`;
    if (!stored.revisions.has(`workflow/${run.workflow.key}@${run.workflow.revision}`))
      yield `run ${run.id}: pinned to ${run.workflow.key}@${run.workflow.revision}, which was never published`;
    for (const token of run.tokens) yield* tokenOf(token, run, ticket);
  }
}

function* ended(row: StoredRun): Generator<string> {
  const { status } = JSON.parse(row.data) as Partial<RunState>;
  if (row.ended_at === null) yield `run ${row.id}: ${row.status} without an end`;
  if (status !== row.status) yield `run ${row.id}: ${row.status}, but its data says ${status}`;
}

export const runsCheck: Check = {
  name: "runs",
  *run(stored) {
    yield* inAggregates(stored);
    const carried = new Set([...activeRuns(stored)].map(({ run }) => run.id));
    for (const row of stored.runs.values()) {
      if (row.status !== "active") yield* ended(row);
      if (row.status === "active" && !carried.has(row.id))
        yield `run ${row.id}: active, but no ticket carries it`;
      if (row.status !== "active" && carried.has(row.id))
        yield `run ${row.id}: ${row.status}, but a ticket carries it`;
    }
  },
};
