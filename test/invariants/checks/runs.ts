/** runs: those that tickets carry are the active rows; every token waits for something that can come. */
import type { RunState, RunToken } from "@sluice/engine";
import type { SluiceDocument } from "@sluice/schemas";
import type { Check } from "../check.ts";
import { activeRuns, type Stored, type StoredAggregate, type StoredRun } from "../stored.ts";

function* rowOf(run: RunState, ticket: StoredAggregate, row: StoredRun | undefined): Generator<string> {
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
  ticket: StoredAggregate,
): Generator<string> {
  const name = `run ${run.id}: token ${id} at ${node}`;
  if (wait === null) yield `${name} waits for nothing`;
  if (wait?.type === "route" && ticket.state.routing?.type !== "waiting")
    yield `${name} waits for routing, which says ${ticket.state.routing?.type ?? "nothing"}`;
  if (wait?.type === "run" && !standsBehind(wait.run, run.id, ticket))
    yield `${name} waits for the run ${wait.run}, which has ended or waits for it`;
  const entered = run.visits[node] ?? 0;
  if (visit < 1 || visit > entered)
    yield `${name}: visit ${visit}, but the node was entered ${entered} times`;
}

/** Queues end at a run that is under way: nobody stands behind a run that is not there, or behind itself. */
function standsBehind(ahead: string, self: string, { state }: StoredAggregate): boolean {
  const passed = new Set([self]);
  for (let id = ahead; !passed.has(id); ) {
    passed.add(id);
    const run = state.runs.find((other) => other.id === id);
    if (!run) return false;
    const next = run.tokens.flatMap(({ wait }) => (wait?.type === "run" ? [wait.run] : []))[0];
    if (next === undefined) return true;
    id = next;
  }
  return false;
}

/** Two tokens are never on the same visit of a node, and never wait for the same thing. */
function* alike({ id, tokens }: RunState): Generator<string> {
  const seen = new Set<string>();
  for (const token of tokens)
    for (const name of [`token ${token.id}`, `visit ${token.node}:${token.visit}`, ...aimOf(token)]) {
      if (seen.has(name)) yield `run ${id}: ${name} is there twice`;
      seen.add(name);
    }
}

function aimOf({ wait }: RunToken): readonly string[] {
  if (wait?.type === "job") return [`the wait for job ${wait.job}`];
  if (wait?.type === "task") return [`the wait for task ${wait.task}`];
  if (wait?.type === "survey") return [`the wait for survey ${wait.survey}`];
  if (wait?.type === "call") return [`the wait for run ${wait.run}`];
  return wait?.type === "incident" ? [`the wait for incident ${wait.incident}`] : [];
}

/** The nodes of the revision that the run is pinned to; `undefined` where it was never published. */
function nodesOf(stored: Stored, { workflow: { key, revision } }: RunState): ReadonlySet<string> | undefined {
  const document = stored.revisions.get(`workflow/${key}@${revision}`) as
    | SluiceDocument<"workflow">
    | undefined;
  return document && new Set(document.spec.nodes.map(({ id }) => id));
}

function* inAggregates(stored: Stored): Generator<string> {
  for (const { ticket, run } of activeRuns(stored)) {
    yield* rowOf(run, ticket, stored.runs.get(run.id));
    if (run.status !== "active") yield `run ${run.id}: ${run.status}, but its ticket still carries it`;
    if (run.tokens.length === 0) yield `run ${run.id}: active without a token`;
    const nodes = nodesOf(stored, run);
    if (!nodes)
      yield `run ${run.id}: pinned to ${run.workflow.key}@${run.workflow.revision}, which was never published`;
    for (const { node } of run.tokens)
      if (nodes && !nodes.has(node))
        yield `run ${run.id}: stands on ${node}, which its revision does not have`;
    yield* alike(run);
    for (const token of run.tokens) yield* tokenOf(token, run, ticket);
  }
}

function* ended(row: StoredRun): Generator<string> {
  const { status, tokens } = JSON.parse(row.data) as Partial<RunState>;
  if (row.ended_at === null) yield `run ${row.id}: ${row.status} without an end`;
  if (status !== row.status) yield `run ${row.id}: ${row.status}, but its data says ${status}`;
  if (tokens === undefined || tokens.length > 0)
    yield `run ${row.id}: ${row.status} with ${tokens?.length} tokens`;
}

export const runsCheck: Check = {
  name: "runs",
  *run(stored) {
    yield* inAggregates(stored);
    const carried = new Set([...activeRuns(stored)].map(({ run }) => run.id));
    for (const row of stored.runs.values()) {
      if (row.ticket_id === null || !stored.aggregates.has(row.ticket_id))
        yield `run ${row.id}: belongs to ${row.ticket_id}, which does not exist`;
      if (row.status !== "active") yield* ended(row);
      if (row.status === "active" && !carried.has(row.id))
        yield `run ${row.id}: active, but no ticket carries it`;
      if (row.status !== "active" && carried.has(row.id))
        yield `run ${row.id}: ${row.status}, but a ticket carries it`;
    }
  },
};
