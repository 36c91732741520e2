/** Runs: tokens that move through a workflow's nodes until each of them waits or is gone. */
import type { Json } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import type { RunState, RunToken, TokenWait } from "../state/ticket-state.ts";
import type { CompiledWorkflow } from "../workflow/compile-workflow.ts";
import type { CompiledNode, NodeFailure, NodeResult, Wakeup } from "../workflow/node-kind.ts";
import type { Burst } from "./burst.ts";
import { nodeContext } from "./node-context.ts";
import { setRun } from "./run-store.ts";

/** Node steps that one run may take in a burst; more is a loop. Each run has its own: a loop sinks no other workflow. */
export const maxNodeSteps = 1_000;
/** Node steps of all runs together: workflows that loop by starting each other end here. */
const maxBurstSteps = 5_000;
/** How deep workflows may start each other within one burst. */
export const maxLevels = 10;

/** Ended runs keep at most this much of their path: a loop over months must not grow the ticket for ever. */
const maxPath = 500;

const running = (burst: Burst, id: string): RunState => {
  const run = burst.runs.get(id);
  if (!run) throw new EngineError("run.unknown", `there is no active run ${id} on this ticket`, { run: id });
  return run;
};

/** Starts a run at a trigger and moves it as far as it goes. */
export function startRun(burst: Burst, workflow: CompiledWorkflow, trigger: string, level: number): void {
  const active = [...burst.runs.values()].filter(
    (run) => run.status === "active" && run.workflow.key === workflow.ref.key,
  );
  const behind = active.at(-1);
  if (behind && workflow.concurrency === "skip") {
    burst.log.push({ type: "run.skipped", workflow: workflow.ref.key, running: behind.id });
    return;
  }
  const run = setRun(burst, newRun(burst, workflow, trigger, level));
  burst.log.push({
    type: "run.started",
    run: run.id,
    workflow: workflow.ref.key,
    revision: workflow.ref.revision,
  });
  const token = enter(burst, run.id, {
    id: burst.newId(),
    node: trigger,
    visit: 0,
    forks: [],
    wait: null,
    since: burst.now,
  });
  if (behind && workflow.concurrency === "queue")
    hold(burst, run.id, token.id, { type: "run", run: behind.id });
  else advance(burst, run.id, token.id);
}

const newRun = (burst: Burst, workflow: CompiledWorkflow, trigger: string, level: number): RunState => ({
  id: burst.newId(),
  workflow: workflow.ref,
  status: "active",
  parent: null,
  trigger,
  level,
  startedAt: burst.now,
  endedAt: null,
  vars: workflow.variables,
  tokens: [],
  visits: {},
  path: [],
});

/** Puts a token on its node: counts the visit and writes the path. */
function enter(burst: Burst, runId: string, token: RunToken): RunToken {
  const run = running(burst, runId);
  const visit = (run.visits[token.node] ?? 0) + 1;
  const entered = { ...token, visit, wait: null, since: burst.now };
  setRun(burst, {
    ...run,
    visits: { ...run.visits, [token.node]: visit },
    path: [...run.path, { node: token.node, visit, at: burst.now, port: null }].slice(-maxPath),
    tokens: [...run.tokens.filter(({ id }) => id !== token.id), entered],
  });
  return entered;
}

const tokenOf = (run: RunState, id: string): RunToken | undefined =>
  run.tokens.find((token) => token.id === id);

/** Makes a token wait. */
function hold(burst: Burst, runId: string, tokenId: string, wait: TokenWait): void {
  const run = running(burst, runId);
  const tokens = run.tokens.map((token) => (token.id === tokenId ? { ...token, wait } : token));
  setRun(burst, { ...run, tokens });
  if (wait.type === "event") burst.tooEarly.set(tokenId, new Set(burst.signals));
}

const compiledNode = (burst: Burst, run: RunState, node: string): CompiledNode => {
  const found = burst.definitions.workflow(run.workflow)?.node(node);
  if (!found)
    throw new EngineError(
      "definition.missing",
      `workflow ${run.workflow.key} r${run.workflow.revision} has no node ${node}`,
      {
        ref: run.workflow,
        node,
      },
    );
  return found.compiled;
};

/** Moves a token from the node that it stands on, which is entered (again), until it waits or is gone. */
export function advance(burst: Burst, runId: string, tokenId: string): void {
  for (;;) {
    const run = running(burst, runId);
    const token = tokenOf(run, tokenId);
    if (run.status !== "active" || !token) return;
    const take = () => (isOverBudget(burst, runId) ? loopGuard() : attempt(burst, run, token));
    if (!visit(burst, run, token, null, take)) return;
  }
}

/** Lets a node do its part and its token go on; true when the token stands on a new node. */
function visit(
  burst: Burst,
  run: RunState,
  token: RunToken,
  woken: Wakeup["type"] | null,
  take: () => NodeResult,
): boolean {
  const seen = burst.trace?.begin(burst, run, token, woken);
  const result = take();
  seen?.did(burst);
  const moved = settle(burst, run.id, token.id, result);
  seen?.settled(burst);
  return moved;
}

/** Counts the step that is about to be taken. */
function isOverBudget({ steps }: Burst, runId: string): boolean {
  const own = (steps.byRun.get(runId) ?? 0) + 1;
  steps.byRun.set(runId, own);
  steps.total += 1;
  return own > maxNodeSteps || steps.total > maxBurstSteps;
}

const loopGuard = (): NodeResult => ({
  fail: { code: "loop-guard", message: `more than ${maxNodeSteps} node steps in one burst` },
});

/** A node that throws fails like one that says so: its own run stops, the ticket does not. */
function attempt(burst: Burst, run: RunState, token: RunToken, wakeup?: Wakeup): NodeResult {
  const node = compiledNode(burst, run, token.node);
  const context = nodeContext(burst, run, token);
  try {
    if (!wakeup) return node.enter(context);
    return node.wake ? node.wake(context, wakeup) : { go: wakeup.type === "due" ? "done" : "out" };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { fail: { code: error.code, message: error.message, details: error.details as Json } };
  }
}

/** Does what a node answered; true when the token stands on a new node. */
function settle(burst: Burst, runId: string, tokenId: string, result: NodeResult): boolean {
  if ("wait" in result) hold(burst, runId, tokenId, result.wait);
  else if ("fail" in result) return fail(burst, runId, tokenId, result.fail);
  else if ("end" in result) endRun(burst, runId, "completed");
  else return leave(burst, runId, tokenId, result.go);
  return false;
}

/** Leaves a node by a port; a port that leads nowhere ends the token. */
function leave(burst: Burst, runId: string, tokenId: string, port: string): boolean {
  const run = running(burst, runId);
  const token = tokenOf(run, tokenId);
  if (!token) return false;
  const path = run.path.map((entry) =>
    entry.node === token.node && entry.visit === token.visit ? { ...entry, port } : entry,
  );
  setRun(burst, { ...run, path });
  const target = burst.definitions.workflow(run.workflow)?.next(token.node, port);
  if (target === undefined) {
    dropToken(burst, runId, tokenId);
    return false;
  }
  enter(burst, runId, { ...token, node: target });
  return true;
}

function dropToken(burst: Burst, runId: string, tokenId: string): void {
  const run = running(burst, runId);
  const tokens = run.tokens.filter(({ id }) => id !== tokenId);
  setRun(burst, { ...run, tokens });
  if (tokens.length === 0) endRun(burst, runId, "completed");
}

/** A failed node leaves by `error` where that is wired; else the token waits for a person. */
function fail(burst: Burst, runId: string, tokenId: string, failure: NodeFailure): boolean {
  const run = running(burst, runId);
  const token = tokenOf(run, tokenId);
  if (!token) return false;
  const wired = burst.definitions.workflow(run.workflow)?.next(token.node, "error") !== undefined;
  if (wired && failure.code !== "loop-guard") {
    burst.log.push({
      type: "node.failed",
      run: runId,
      node: token.node,
      code: failure.code,
      message: failure.message,
    });
    return leave(burst, runId, tokenId, "error");
  }
  raiseIncident(burst, run, token, failure);
  return false;
}

function raiseIncident(burst: Burst, run: RunState, token: RunToken, failure: NodeFailure): void {
  const id = burst.newId();
  hold(burst, run.id, token.id, { type: "incident", incident: id });
  burst.effects.push({
    type: "incident",
    id,
    run: run.id,
    node: token.node,
    job: failure.job ?? null,
    code: failure.code,
    message: failure.message,
    details: failure.details ?? null,
  });
  burst.log.push({
    type: "incident",
    incident: id,
    run: run.id,
    node: token.node,
    code: failure.code,
    message: failure.message,
  });
}

/** Ends a run; what waits in it is cancelled, and a run that queued behind it starts, or takes its place in the queue. */
export function endRun(burst: Burst, runId: string, status: "completed" | "cancelled" | "failed"): void {
  const run = running(burst, runId);
  for (const token of run.tokens) release(burst, token);
  setRun(burst, { ...run, status, endedAt: burst.now, tokens: [] });
  burst.log.push({ type: `run.${status}`, run: runId, workflow: run.workflow.key });
  const ahead = run.tokens.flatMap(({ wait }) => (wait?.type === "run" ? [wait] : []))[0];
  for (const other of [...burst.runs.values()]) {
    const queued = other.tokens.find(({ wait }) => wait?.type === "run" && wait.run === runId);
    if (queued && ahead) hold(burst, other.id, queued.id, ahead);
    else if (queued) resume(burst, other.id, queued.id);
  }
}

/** Lets go of what a token was waiting for. */
function release(burst: Burst, token: RunToken): void {
  if (token.wait?.type === "job") burst.effects.push({ type: "cancel-job", id: token.wait.job });
  if (token.wait?.type === "incident")
    burst.effects.push({ type: "close-incident", id: token.wait.incident, how: "skipped" });
  if (token.wait?.type !== "task") return;
  const task = burst.tasks.get(token.wait.task);
  if (task?.status !== "open") return;
  burst.tasks.set(task.id, { ...task, status: "cancelled" });
  burst.touchedTasks.add(task.id);
}

/** Enters the token's node again under the same visit, so under the same idempotency key. */
export function resume(burst: Burst, runId: string, tokenId: string): void {
  const run = running(burst, runId);
  const tokens = run.tokens.map((token) => (token.id === tokenId ? { ...token, wait: null } : token));
  setRun(burst, { ...run, tokens });
  advance(burst, runId, tokenId);
}

/** Leaves a failed node as if it had gone well. */
export function skip(burst: Burst, runId: string, tokenId: string): void {
  const run = running(burst, runId);
  const token = tokenOf(run, tokenId);
  if (!token) return;
  const workflow = burst.definitions.workflow(run.workflow);
  const port = ["ok", "out", "done"].find((name) => workflow?.next(token.node, name) !== undefined) ?? "out";
  if (leave(burst, runId, tokenId, port)) advance(burst, runId, tokenId);
}

/** Wakes a waiting token with what it waited for. */
export function wake(burst: Burst, runId: string, tokenId: string, wakeup: Wakeup): void {
  const run = running(burst, runId);
  const token = tokenOf(run, tokenId);
  if (!token?.wait || run.status !== "active") return;
  const take = () => attempt(burst, run, token, wakeup);
  if (visit(burst, run, token, wakeup.type, take)) advance(burst, runId, tokenId);
}

/** The waiting tokens of all active runs, oldest run first. */
export const waitingTokens = (
  burst: Burst,
): readonly { readonly run: RunState; readonly token: RunToken; readonly wait: TokenWait }[] =>
  [...burst.runs.values()]
    .filter((run) => run.status === "active")
    .flatMap((run) => run.tokens.flatMap((token) => (token.wait ? [{ run, token, wait: token.wait }] : [])));
