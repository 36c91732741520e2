/** Subflows: a run of another workflow on the same ticket, whose end lets its caller go on. */
import type { RunState, RunToken, TokenRef } from "../state/ticket-state.ts";
import type { CompiledWorkflow } from "../workflow/compile-workflow.ts";
import type { CallWorkflow, NodeFailure } from "../workflow/node-kind.ts";
import type { Burst } from "./burst.ts";
import { enter, hold, runningRun, setRun } from "./run-store.ts";

/** How deep workflows may call each other. */
export const maxCallDepth = 8;

export interface NewRun {
  readonly workflow: CompiledWorkflow;
  /** The trigger that it starts at. */
  readonly trigger: string;
  readonly level: number;
  /** Laid over the workflow's defaults. */
  readonly vars: RunState["vars"];
  readonly call?: {
    readonly parent: TokenRef;
    readonly callers: readonly string[];
  };
}

/** Makes a run with a token on its trigger, which has not moved yet. */
export function createRun(burst: Burst, { workflow, trigger, level, vars, call }: NewRun): TokenRef {
  const run = setRun(burst, {
    id: burst.newId(),
    workflow: workflow.ref,
    status: "active",
    parent: call?.parent ?? null,
    trigger,
    level,
    startedAt: burst.now,
    endedAt: null,
    vars: { ...workflow.variables, ...vars },
    ...(call ? { callers: call.callers } : {}),
    tokens: [],
    visits: {},
    path: [],
  });
  burst.log.push({
    type: "run.started",
    run: run.id,
    workflow: workflow.ref.key,
    revision: workflow.ref.revision,
    ...(call ? { by: call.callers.at(-1) ?? null } : {}),
  });
  const token = { id: burst.newId(), node: trigger, visit: 0, forks: [], wait: null, since: burst.now };
  enter(burst, run.id, token);
  return { run: run.id, token: token.id };
}

const given = ({ inputs }: CompiledWorkflow, input: CallWorkflow["input"]): CallWorkflow["input"] =>
  Object.fromEntries(
    inputs.flatMap((name) => (Object.hasOwn(input, name) ? [[name, input[name] ?? null]] : [])),
  );

const notThere = (workflow: string): NodeFailure => ({
  code: "subflow.missing",
  message: `workflow "${workflow}" is not live, or has no manual trigger to be called at`,
  details: { workflow },
});

const tooDeep = (callers: readonly string[]): NodeFailure => ({
  code: "subflow.depth",
  message: `workflows call each other more than ${maxCallDepth} deep`,
  details: { callers },
});

/** Starts the run that a token waits for from now on; answers what keeps it from starting. */
export function callWorkflow(
  burst: Burst,
  runId: string,
  token: RunToken,
  { workflow: key, input }: CallWorkflow,
): NodeFailure | null {
  const run = runningRun(burst, runId);
  const callers = [...(run.callers ?? []), run.workflow.key];
  if (callers.length > maxCallDepth) return tooDeep(callers);
  const workflow = burst.definitions.workflows(burst.now).find(({ ref }) => ref.key === key);
  const trigger = workflow?.triggers.find(({ on }) => on === "manual");
  if (!workflow || !trigger) return notThere(key);
  const call = { parent: { run: runId, token: token.id }, callers };
  const vars = given(workflow, input);
  const started = createRun(burst, { workflow, trigger: trigger.node, level: run.level, vars, call });
  hold(burst, runId, token.id, { type: "call", run: started.run });
  burst.errands.push({ do: "advance", ...started });
  return null;
}

/** Tells the caller of a run that it has ended. */
export function answerCaller(burst: Burst, run: RunState): void {
  if (!run.parent) return;
  const names = burst.definitions.workflow(run.workflow)?.outputs ?? [];
  const output = Object.fromEntries(names.map((name) => [name, run.vars[name] ?? null]));
  const wakeup = {
    type: "call",
    ok: run.status === "completed",
    workflow: run.workflow.key,
    output,
  } as const;
  burst.errands.push({ do: "wake", ...run.parent, wakeup });
}
