import { classifyTicket } from "./classify.js";
import { startClocks } from "./clocks.js";
import { botReply } from "./messages.js";
import { originOf, setRun } from "./run-store.js";
/** The context of one token on one node. */
export function nodeContext(burst, run, token) {
  const variables = () => burst.runs.get(run.id)?.vars ?? run.vars;
  return {
    definitions: burst.definitions,
    event: burst.event,
    now: burst.now,
    run,
    token,
    get ticket() {
      return burst.ticket;
    },
    key: `${run.id}:${token.node}:${token.visit}`,
    rendering: { now: burst.now, timezone: burst.definitions.settings.workspace.timezone },
    facts: () => burst.facts(variables()),
    scope: () => burst.scope(variables()),
    update: (changes) => burst.update(changes, false, originOf(run)),
    setVariables: (values) => setVariables(burst, run.id, values),
    classify: (ruleset) => classifyTicket(burst, ruleset, originOf(run)),
    startSla: (policy) => startClocks(burst, policy),
    reply: (text, isPublic) => botReply(burst, run.workflow.key, text, isPublic),
    addTask: (task) => addTask(burst, run.id, token.id, task),
    emit: (effect) => burst.effects.push(effect),
    log: (entry) => burst.log.push(entry),
  };
}
function setVariables(burst, runId, values) {
  const run = burst.runs.get(runId);
  if (run) setRun(burst, { ...run, vars: { ...run.vars, ...values } });
}
function addTask(burst, run, token, draft) {
  const task = {
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
//# sourceMappingURL=node-context.js.map
