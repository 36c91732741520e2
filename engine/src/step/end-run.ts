/** The end of a run. */
import type { Burst } from "./burst.ts";
import { answerCaller } from "./calls.ts";
import { release } from "./release.ts";
import { hold, runningRun, setRun } from "./run-store.ts";

/** Ends a run; what waits in it is cancelled, and a run that queued behind it starts, or takes its place in the queue. */
export function endRun(burst: Burst, runId: string, status: "completed" | "cancelled"): void {
  const run = runningRun(burst, runId);
  const { scopes: _, ...rest } = run;
  const ended = setRun(burst, { ...rest, status, endedAt: burst.now, tokens: [] });
  for (const token of run.tokens) release(burst, token);
  burst.log.push({ type: `run.${status}`, run: runId, workflow: run.workflow.key });
  answerCaller(burst, ended);
  const ahead = run.tokens.flatMap(({ wait }) => (wait?.type === "run" ? [wait] : []))[0];
  for (const other of [...burst.runs.values()]) {
    const queued = other.tokens.find(({ wait }) => wait?.type === "run" && wait.run === runId);
    if (queued && ahead) hold(burst, other.id, queued.id, ahead);
    else if (queued) burst.errands.push({ do: "resume", run: other.id, token: queued.id });
  }
}
