/** What is due on a ticket: waits, tasks, clocks. Routing's own instants are the driver's. */
import { nextSlaAt } from "../sla/clocks/next.ts";
import type { TicketState, TokenWait } from "../state/ticket-state.ts";
import type { Burst } from "./burst.ts";
import { advanceClocks } from "./clocks.ts";
import { waitingTokens, wake } from "./runs.ts";

/** When a wait ends by itself, or `null`. */
const endsAt = (wait: TokenWait): number | null => {
  if (wait.type === "until") return wait.at;
  if (wait.type === "event" || wait.type === "task") return wait.until;
  return null;
};

/** Does everything that is due by now: clocks first, then waits in due order. */
export function handleDue(burst: Burst): void {
  advanceClocks(burst);
  const due = waitingTokens(burst)
    .map((item) => ({ ...item, at: endsAt(item.wait) }))
    .filter((item): item is typeof item & { at: number } => item.at !== null && item.at <= burst.now)
    .sort((a, b) => a.at - b.at);
  for (const { run, token, wait } of due) {
    if (wait.type === "task") timeOutTask(burst, wait.task);
    wake(burst, run.id, token.id, { type: "due" });
  }
}

function timeOutTask(burst: Burst, id: string): void {
  const task = burst.tasks.get(id);
  if (!task) return;
  burst.tasks.set(id, { ...task, status: "timeout" });
  burst.touchedTasks.add(id);
  burst.log.push({ type: "task.timeout", task: id, title: task.title });
}

const earliest = (instants: readonly (number | null)[]): number | null => {
  const known = instants.filter((at): at is number => at !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** The next instant at which routing has something to do with the ticket, or `null`. */
export function nextRoutingAt({ routing }: Pick<TicketState, "routing">): number | null {
  if (routing === null) return null;
  if (routing.type === "waiting") return routing.timeoutAt;
  if (routing.type === "assigned") return routing.claimExpiresAt;
  return earliest([routing.warnAt, routing.escalateAt]);
}

/** The one timer of a ticket: the earliest of all that it waits for, epoch ms, or `null`. */
export function nextDueAt(state: TicketState): number | null {
  const waits = state.runs.flatMap((run) =>
    run.tokens.map((token) => (token.wait ? endsAt(token.wait) : null)),
  );
  return earliest([nextSlaAt(state.clocks), nextRoutingAt(state), ...waits]);
}
