/** What one node sees of the burst. */
import { EngineError } from "../errors.ts";
import type { TicketChanges } from "../state/events.ts";
import type { RunState, RunToken, TaskState } from "../state/ticket-state.ts";
import type { NodeContext } from "../workflow/node-kind.ts";
import type { Burst } from "./burst.ts";
import { classifyTicket } from "./classify.ts";
import { startClocks, syncClocks } from "./clocks.ts";
import { botReply } from "./messages.ts";
import { originOf, setVariables, variablesOf } from "./run-store.ts";

/** The context of one token on one node. */
export function nodeContext(burst: Burst, run: RunState, token: RunToken): NodeContext {
  const variables = () => variablesOf(burst.runs.get(run.id) ?? run, token);
  function onTicket<T>(work: () => T, changes?: TicketChanges): T {
    if (burst.ticketless && (changes === undefined || Object.keys(changes).length > 0))
      throw new EngineError("run.no-ticket", "this run is about no ticket", { node: token.node });
    return work();
  }
  return {
    definitions: burst.definitions,
    event: burst.event,
    now: burst.now,
    run,
    token,
    get ticket() {
      return burst.ticket;
    },
    ticketless: burst.ticketless !== null,
    key: `${run.id}:${token.node}:${token.visit}`,
    rendering: { now: burst.now, timezone: burst.definitions.settings.workspace.timezone },
    facts: () => burst.facts(variables()),
    scope: () => burst.scope(variables()),
    update: (changes) => onTicket(() => updateTicket(burst, run, changes), changes),
    setVariables: (values) => setVariables(burst, run.id, token, values),
    classify: (ruleset) => onTicket(() => classifyTicket(burst, ruleset, originOf(run))),
    startSla: (policy) => onTicket(() => startClocks(burst, policy)),
    reply: (text, isPublic) => onTicket(() => botReply(burst, run.workflow.key, text, isPublic)),
    addTask: (task) => onTicket(() => addTask(burst, run.id, token.id, task)),
    emit: (effect) => burst.effects.push(effect),
    log: (entry) => burst.log.push(entry),
  };
}

/** What a workflow changes moves the clocks as a person's change does: resolving stops them, a priority retargets. */
function updateTicket(burst: Burst, run: RunState, changes: TicketChanges): void {
  if (burst.ticketless) return;
  burst.update(changes, false, originOf(run));
  syncClocks(burst, "updated");
}

function addTask(
  burst: Burst,
  run: string,
  token: string,
  draft: Omit<TaskState, "id" | "run" | "token" | "answers" | "status" | "createdAt">,
): TaskState {
  const task: TaskState = {
    ...draft,
    id: burst.newId(),
    run,
    token,
    answers: [],
    status: "open",
    createdAt: burst.now,
  };
  burst.tasks.set(task.id, task);
  burst.touchedTasks.add(task.id);
  burst.log.push({
    type: "task.opened",
    task: task.id,
    title: task.title,
    group: task.group,
    assignee: task.assignee,
  });
  if (task.assignee !== null)
    burst.effects.push({
      type: "notify",
      id: burst.newId(),
      agents: [task.assignee],
      reason: "task",
      data: { task: task.id, title: task.title },
    });
  return task;
}
