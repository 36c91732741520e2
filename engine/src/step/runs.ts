/** Runs: tokens that move through a workflow's nodes until each of them waits or is gone. */
import type { RunState, RunToken } from "../state/ticket-state.ts";
import type { CompiledWorkflow } from "../workflow/compile-workflow.ts";
import type { NodeFailure, NodeResult, Wakeup } from "../workflow/node-kind.ts";
import {
  abandonItems,
  arriveAtJoin,
  endItem,
  openFork,
  openItems,
  removeToken,
  tooFewBranches,
} from "./branching.ts";
import type { Burst } from "./burst.ts";
import { callWorkflow, createRun } from "./calls.ts";
import { endRun } from "./end-run.ts";
import type { Errand } from "./errands.ts";
import { innermostFork, openerOf } from "./forks.ts";
import { raiseIncident } from "./incidents.ts";
import { attempt, collectFrom } from "./node-work.ts";
import { enter, hold, runningRun, tokenOf, writePorts } from "./run-store.ts";

/** Node steps that one run may take in a burst; more is a loop. Each run has its own: a loop sinks no other workflow. */
export const maxNodeSteps = 1_000;
/** Node steps of all runs together: workflows that loop by starting each other end here. */
const maxBurstSteps = 5_000;
/** Tokens of one run: as each of them takes a step, a fork of forks that makes more would end there anyway. */
const maxTokens = maxNodeSteps;
/** How deep workflows may start each other within one burst. */
export const maxLevels = 10;

/** Starts a run at a trigger and moves it as far as it goes. */
export function startRun(
  burst: Burst,
  workflow: CompiledWorkflow,
  trigger: string,
  level: number,
  vars: RunState["vars"] = {},
): void {
  // A run that another workflow called is that one's own matter: it neither blocks nor queues.
  const active = [...burst.runs.values()].filter(
    (run) => run.status === "active" && run.workflow.key === workflow.ref.key && run.parent === null,
  );
  const behind = active.at(-1);
  if (behind && workflow.concurrency === "skip") {
    burst.log.push({ type: "run.skipped", workflow: workflow.ref.key, running: behind.id });
    return;
  }
  const { run, token } = createRun(burst, { workflow, trigger, level, vars });
  if (behind && workflow.concurrency === "queue") hold(burst, run, token, { type: "run", run: behind.id });
  else move(burst, { do: "advance", run, token });
}

/** Does an errand and all that come of it; inside of a movement it waits for its turn. */
function move(burst: Burst, errand: Errand): void {
  burst.errands.push(errand);
  if (burst.moving) return;
  burst.moving = true;
  for (let next = burst.errands.shift(); next; next = burst.errands.shift()) run(burst, next);
  burst.moving = false;
}

function run(burst: Burst, errand: Errand): void {
  const found = burst.runs.get(errand.run);
  if (found?.status !== "active") return;
  if (errand.do === "advance") advance(burst, errand.run, errand.token);
  else if (errand.do === "wake") wakeNow(burst, errand.run, errand.token, errand.wakeup);
  else if (errand.do === "skip") skipNow(burst, errand.run, errand.token);
  else if (errand.do === "resume") resumeNow(burst, errand.run, errand.token);
  else if (errand.do === "drop") dropNow(burst, errand.run, errand.token);
  else if (errand.do === "collect") collect(burst, errand.run, errand.token, errand.item);
  else if (errand.do === "end") endRun(burst, errand.run, errand.status);
  else if (errand.do === "fail" && fail(burst, errand.run, errand.token, errand.failure))
    advance(burst, errand.run, errand.token);
}

/** Moves a token from the node that it stands on, which is entered (again), until it waits or is gone. */
function advance(burst: Burst, runId: string, tokenId: string): void {
  for (;;) {
    const run = runningRun(burst, runId);
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

const tooManyTokens = (): NodeFailure => ({
  code: "loop-guard",
  message: `more than ${maxTokens} branches of one run at a time`,
});

/** Does what a node answered; true when the token stands on a new node. */
function settle(burst: Burst, runId: string, tokenId: string, result: NodeResult): boolean {
  const token = tokenOf(runningRun(burst, runId), tokenId);
  if (!token) return false;
  if ("go" in result) return leave(burst, runId, tokenId, result.go);
  if ("fail" in result) return fail(burst, runId, tokenId, result.fail);
  if ("wait" in result) hold(burst, runId, tokenId, result.wait);
  else if ("each" in result) openItems(burst, runId, token, result.each);
  else if ("fork" in result) {
    if (runningRun(burst, runId).tokens.length + result.fork.length > maxTokens)
      return fail(burst, runId, tokenId, tooManyTokens());
    if (!openFork(burst, runId, token, result.fork)) dropToken(burst, runId, token);
  } else if ("join" in result) {
    if (!arriveAtJoin(burst, runId, token, result.join))
      return fail(burst, runId, tokenId, tooFewBranches([]));
  } else if ("call" in result) {
    const refused = callWorkflow(burst, runId, token, result.call);
    if (refused) return fail(burst, runId, tokenId, refused);
  } else endRun(burst, runId, "completed");
  return false;
}

/** Leaves a node by a port; a port that leads nowhere ends the token, and so does coming back to the loop it is an item of. */
function leave(burst: Burst, runId: string, tokenId: string, port: string): boolean {
  const token = tokenOf(runningRun(burst, runId), tokenId);
  if (!token) return false;
  writePorts(burst, runId, token, [port]);
  const { workflow } = runningRun(burst, runId);
  const target = burst.definitions.workflow(workflow)?.next(token.node, port);
  if (target === undefined || isItemOf(burst, runId, token, target)) {
    dropToken(burst, runId, token);
    return false;
  }
  enter(burst, runId, { ...token, node: target });
  return true;
}

/** True when the token runs in the body of this foreach. */
function isItemOf(burst: Burst, runId: string, token: RunToken, node: string): boolean {
  const fork = innermostFork(token, node);
  return fork !== undefined && openerOf(runningRun(burst, runId), fork)?.wait?.type === "items";
}

function dropToken(burst: Burst, runId: string, token: RunToken): void {
  removeToken(burst, runId, token);
  if (runningRun(burst, runId).tokens.length === 0) endRun(burst, runId, "completed");
}

/** Asks a loop what it keeps of an item that has ended; the answer may fail like any node. */
function collect(burst: Burst, runId: string, tokenId: string, item: string): void {
  const run = runningRun(burst, runId);
  const token = tokenOf(run, tokenId);
  if (token?.wait?.type !== "items") return;
  const collected = collectFrom(burst, run, token, item);
  if ("kept" in collected) {
    endItem(burst, runId, tokenId, item, collected.kept);
    return;
  }
  abandonItems(burst, runId, token);
  if (fail(burst, runId, tokenId, collected.fail)) advance(burst, runId, tokenId);
}

/** A failed node leaves by `error` where that is wired; else the token waits for a person. */
function fail(burst: Burst, runId: string, tokenId: string, failure: NodeFailure): boolean {
  const run = runningRun(burst, runId);
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

/** Cancels a run and the runs that it called. @throws EngineError `run.unknown`. */
export function cancelRun(burst: Burst, runId: string): void {
  runningRun(burst, runId);
  move(burst, { do: "end", run: runId, status: "cancelled" });
}

/** Enters the token's node again under the same visit, so under the same idempotency key. */
export const resume = (burst: Burst, run: string, token: string): void =>
  move(burst, { do: "resume", run, token });

function resumeNow(burst: Burst, runId: string, tokenId: string): void {
  hold(burst, runId, tokenId, null);
  advance(burst, runId, tokenId);
}

/** Leaves a failed node as if it had gone well. */
export const skip = (burst: Burst, run: string, token: string): void =>
  move(burst, { do: "skip", run, token });

function skipNow(burst: Burst, runId: string, tokenId: string): void {
  const run = runningRun(burst, runId);
  const token = tokenOf(run, tokenId);
  if (!token) return;
  const workflow = burst.definitions.workflow(run.workflow);
  const port = ["ok", "out", "done"].find((name) => workflow?.next(token.node, name) !== undefined) ?? "out";
  if (leave(burst, runId, tokenId, port)) advance(burst, runId, tokenId);
}

/** Ends a waiting token as if its node led nowhere; the run goes on with its others. */
export const drop = (burst: Burst, run: string, token: string): void =>
  move(burst, { do: "drop", run, token });

function dropNow(burst: Burst, runId: string, tokenId: string): void {
  const token = tokenOf(runningRun(burst, runId), tokenId);
  if (token) dropToken(burst, runId, token);
}

/** Wakes a waiting token with what it waited for. */
export const wake = (burst: Burst, run: string, token: string, wakeup: Wakeup): void =>
  move(burst, { do: "wake", run, token, wakeup });

function wakeNow(burst: Burst, runId: string, tokenId: string, wakeup: Wakeup): void {
  const run = runningRun(burst, runId);
  const token = tokenOf(run, tokenId);
  if (!token?.wait) return;
  const take = () => attempt(burst, run, token, wakeup);
  if (visit(burst, run, token, wakeup.type, take)) advance(burst, runId, tokenId);
}
