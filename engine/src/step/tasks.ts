/** Answers to tasks: any, all, or n of m people. A person may change their mind until it is decided. */
import { EngineError } from "../errors.ts";
import type { TicketEvent } from "../state/events.ts";
import type { TaskState } from "../state/ticket-state.ts";
import type { Burst } from "./burst.ts";
import { touchClaim } from "./messages.ts";
import { wake } from "./runs.ts";

type TaskCompleted = TicketEvent & { readonly type: "task.completed" };

const votesFor = ({ answers }: TaskState, outcome: string): number =>
  answers.filter((answer) => answer.outcome === outcome).length;

/** No outcome can get enough answers any more, even if everybody who is left agreed on it. */
function isDivided(task: TaskState): boolean {
  if (task.voters === undefined) return false;
  const left = Math.max(0, task.voters - task.answers.length);
  return task.outcomes.every(({ id }) => votesFor(task, id) + left < task.needed);
}

/** What the answers come to; `null` while it is open. */
export function outcomeOf(task: TaskState): string | null {
  const won = task.outcomes.find(({ id }) => votesFor(task, id) >= task.needed);
  if (won) return won.id;
  return isDivided(task) ? (task.divided ?? task.outcomes.at(-1)?.id ?? null) : null;
}

function openTask(burst: Burst, { task: id, outcome }: TaskCompleted): TaskState {
  const task = burst.tasks.get(id);
  if (task?.status !== "open")
    throw new EngineError("task.unknown", "this task is not open any more", { task: id });
  if (!task.outcomes.some((one) => one.id === outcome))
    throw new EngineError("task.outcome", `"${outcome}" is not an outcome of this task`, {
      task: id,
      allowed: task.outcomes.map((one) => one.id),
    });
  return task;
}

/** Takes one answer, and lets the run go on when it decides. @throws EngineError `task.unknown`, `task.outcome`. */
export function answerTask(burst: Burst, event: TaskCompleted): void {
  const task = openTask(burst, event);
  touchClaim(burst);
  const by = event.actor.id ?? event.actor.type;
  const answer = { by, outcome: event.outcome, form: event.form, at: burst.now };
  const answered: TaskState = {
    ...task,
    answers: [...task.answers.filter((other) => other.by !== by), answer],
  };
  const outcome = outcomeOf(answered);
  burst.tasks.set(task.id, { ...answered, status: outcome === null ? "open" : "done" });
  burst.touchedTasks.add(task.id);
  burst.log.push({ type: "task.answered", task: task.id, title: task.title, outcome: event.outcome, by });
  if (outcome === null) return;
  if (outcome !== event.outcome || votesFor(answered, outcome) < task.needed)
    burst.log.push({ type: "task.divided", task: task.id, title: task.title, taken: outcome });
  wake(burst, task.run, task.token, { type: "task", outcome, task: answered });
}
