/** Signals become runs: waiting tokens wake, and workflows whose trigger fits start, in key order. */
import type { CompiledTrigger, CompiledWorkflow } from "../workflow/compile-workflow.ts";
import type { Burst } from "./burst.ts";
import { isCausedBy, waitingTokens } from "./run-store.ts";
import { maxLevels, startRun, wake } from "./runs.ts";
import type { Signal } from "./signals.ts";

/** Handles signals until none is left; every one may raise more. */
export function dispatchSignals(burst: Burst): void {
  for (let signal = burst.signals.shift(); signal; signal = burst.signals.shift()) {
    burst.attend(signal.changes, signal.message);
    wakeWaiting(burst, signal);
    startMatching(burst, signal);
  }
}

function wakeWaiting(burst: Burst, signal: Signal): void {
  for (const { run, token, wait } of waitingTokens(burst)) {
    if (wait.type !== "event" || wait.on !== signal.name) continue;
    if (isCausedBy(signal.origin, run.workflow.key) || burst.tooEarly.get(token.id)?.has(signal)) continue;
    wake(burst, run.id, token.id, { type: "event", name: signal.name });
  }
}

const level = (signal: Signal): number => signal.origin?.level ?? 0;

function startMatching(burst: Burst, signal: Signal): void {
  for (const workflow of burst.definitions.workflows(burst.now)) {
    const trigger = workflow.triggers.find((candidate) => fits(burst, workflow, candidate, signal));
    if (!trigger) continue;
    if (level(signal) > maxLevels) guardLevels(burst, workflow, signal);
    else startRun(burst, workflow, trigger.node, level(signal));
  }
}

function fits(burst: Burst, workflow: CompiledWorkflow, trigger: CompiledTrigger, signal: Signal): boolean {
  if (trigger.on !== signal.name) return false;
  if (isCausedBy(signal.origin, workflow.ref.key) && !trigger.allowSelf) return false;
  return trigger.holds === null || trigger.holds(burst.facts(), burst.now);
}

/** Workflows that keep starting each other stop here, and somebody is told. */
function guardLevels(burst: Burst, workflow: CompiledWorkflow, signal: Signal): void {
  const id = burst.newId();
  const message = `workflows have started each other ${maxLevels} times on ${signal.name}; ${workflow.ref.key} was not started again`;
  burst.effects.push({
    type: "incident",
    id,
    run: null,
    node: null,
    job: null,
    code: "loop-guard",
    message,
    details: { workflow: workflow.ref.key, event: signal.name },
  });
  burst.log.push({ type: "incident", incident: id, code: "loop-guard", message });
}
