/** What is due on a ticket: waits, tasks, clocks. Routing's own instants are the driver's. */
import { nextSlaAt } from "../sla/clocks/next.js";
import { advanceClocks } from "./clocks.js";
import { waitingTokens, wake } from "./runs.js";

/** When a wait ends by itself, or `null`. */
const endsAt = (wait) => {
  if (wait.type === "until") return wait.at;
  if (wait.type === "event" || wait.type === "task") return wait.until;
  return null;
};
/** Does everything that is due by now: clocks first, then waits in due order. */
export function handleDue(burst) {
  advanceClocks(burst);
  const due = waitingTokens(burst)
    .map((item) => ({ ...item, at: endsAt(item.wait) }))
    .filter((item) => item.at !== null && item.at <= burst.now)
    .sort((a, b) => a.at - b.at);
  for (const { run, token, wait } of due) {
    if (wait.type === "task") timeOutTask(burst, wait.task);
    wake(burst, run.id, token.id, { type: "due" });
  }
}
function timeOutTask(burst, id) {
  const task = burst.tasks.get(id);
  if (!task) return;
  burst.tasks.set(id, { ...task, status: "timeout" });
  burst.touchedTasks.add(id);
  burst.log.push({ type: "task.timeout", task: id, title: task.title });
}
const earliest = (instants) => {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
};
/** The next instant at which routing has something to do with the ticket, or `null`. */
export function nextRoutingAt({ routing }) {
  if (routing === null) return null;
  if (routing.type === "waiting") return routing.timeoutAt;
  if (routing.type === "assigned") return routing.claimExpiresAt;
  return earliest([routing.warnAt, routing.escalateAt]);
}
/** The one timer of a ticket: the earliest of all that it waits for, epoch ms, or `null`. */
export function nextDueAt(state) {
  const waits = state.runs.flatMap((run) =>
    run.tokens.map((token) => (token.wait ? endsAt(token.wait) : null)),
  );
  return earliest([nextSlaAt(state.clocks), nextRoutingAt(state), ...waits]);
}
//# sourceMappingURL=due.js.map
