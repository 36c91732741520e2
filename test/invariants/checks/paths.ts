/**
 * paths: no step that was committed is taken again. A run's path names each visit of a node once for each way out, in the
 * number in which the run counts them; its log starts it once and ends it once.
 */
import type { RunState } from "@sluice/engine";
import type { Check } from "../check.ts";
import { activeRuns, type Stored } from "../stored.ts";

/** Longer paths are cut at their beginning. */
const wholePath = 500;

function* steps({ id, path, visits, tokens }: RunState): Generator<string> {
  const seen = new Set<string>();
  const entered = new Map<string, Set<number>>();
  for (const { node, visit, port } of path) {
    const name = `${node}:${visit} by ${port}`;
    if (seen.has(name)) yield `run ${id}: left ${name} twice`;
    seen.add(name);
    entered.set(node, (entered.get(node) ?? new Set()).add(visit));
  }
  if (path.length >= wholePath) return;
  for (const [node, count] of Object.entries(visits))
    if (entered.get(node)?.size !== count)
      yield `run ${id}: entered ${node} ${count} times, its path says ${entered.get(node)?.size ?? 0}`;
  for (const { node, visit } of tokens)
    if (!entered.get(node)?.has(visit))
      yield `run ${id}: stands on ${node}:${visit}, where its path never was`;
}

/** Log entry type and run → how often it is told. */
function told(stored: Stored): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { log } of stored.events)
    for (const { type, run } of log)
      if (type.startsWith("run.")) counts.set(`${type} ${run}`, (counts.get(`${type} ${run}`) ?? 0) + 1);
  return counts;
}

function* lives(stored: Stored, counts: ReadonlyMap<string, number>): Generator<string> {
  for (const { id, status } of stored.runs.values()) {
    const [begun, completed, cancelled] = ["started", "completed", "cancelled"].map(
      (what) => counts.get(`run.${what} ${id}`) ?? 0,
    );
    if (begun !== 1) yield `run ${id}: started ${begun} times`;
    if (completed !== (status === "completed" ? 1 : 0) || cancelled !== (status === "cancelled" ? 1 : 0))
      yield `run ${id}: ${status}, told as completed ${completed} and as cancelled ${cancelled} times`;
  }
}

/** The runs as they are: those under way from their aggregates, those that ended from their rows. */
function* allRuns(stored: Stored): Generator<RunState> {
  for (const { run } of activeRuns(stored)) yield run;
  for (const { status, data } of stored.runs.values())
    if (status !== "active") yield JSON.parse(data) as RunState;
}

export const pathsCheck: Check = {
  name: "paths",
  *run(stored) {
    const counts = told(stored);
    yield* lives(stored, counts);
    // Nodes that took the place of others have a count without a path.
    for (const run of allRuns(stored))
      if (!counts.has(`run.migrated ${run.id}`) && run.path) yield* steps(run);
  },
};
