/** Letting go of what a token was waiting for, when it is taken away: its job, its task, its incident, the run it called. */
import type { RunToken } from "../state/ticket-state.ts";
import type { Burst } from "./burst.ts";

function cancelTask(burst: Burst, id: string): void {
  const task = burst.tasks.get(id);
  if (task?.status !== "open") return;
  burst.tasks.set(task.id, { ...task, status: "cancelled" });
  burst.touchedTasks.add(task.id);
}

/** The token itself has left its run already. */
export function release(burst: Burst, { wait }: RunToken): void {
  if (wait?.type === "job") burst.effects.push({ type: "cancel-job", id: wait.job });
  if (wait?.type === "incident")
    burst.effects.push({ type: "close-incident", id: wait.incident, how: "skipped" });
  if (wait?.type === "task") cancelTask(burst, wait.task);
  if (wait?.type === "call") burst.errands.push({ do: "end", run: wait.run, status: "cancelled" });
}
