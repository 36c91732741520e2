/** What is due on a ticket: waits, tasks, clocks. Routing's own instants are the driver's. */
import { nextSlaAt } from "../sla/clocks/next.ts";
import type { TicketState, TokenWait } from "../state/ticket-state.ts";
import { isDone } from "../ticket/apply-changes.ts";
import type { Burst } from "./burst.ts";
import { advanceClocks } from "./clocks.ts";
import { tokenOf, waitingTokens } from "./run-store.ts";
import { wake } from "./runs.ts";

/** When a wait ends by itself, or `null`. */
const endsAt = (wait: TokenWait): number | null => {
  if (wait.type === "until") return wait.at;
  if (wait.type === "event" || wait.type === "task" || wait.type === "survey") return wait.until;
  return null;
};

/** Does everything that is due by now: clocks first, then waits in due order. */
export function handleDue(burst: Burst): void {
  advanceClocks(burst);
  warnOfPool(burst);
  const due = waitingTokens(burst)
    .map((item) => ({ ...item, at: endsAt(item.wait) }))
    .filter((item): item is typeof item & { at: number } => item.at !== null && item.at <= burst.now)
    .sort((a, b) => a.at - b.at);
  for (const { run, token, wait } of due) {
    // What was due before it may have ended the wait: the first branch to come cancels the rest.
    const now = burst.runs.get(run.id);
    if (!now || tokenOf(now, token.id)?.wait !== wait) continue;
    if (wait.type === "task") timeOutTask(burst, wait.task);
    wake(burst, run.id, token.id, { type: "due" });
  }
}

/** A ticket that lies in a pool too long: its groups' leads are told, first as a warning, then as an escalation. */
function warnOfPool(burst: Burst): void {
  const { routing, now } = burst;
  if (routing?.type !== "pooled" || isDone(burst.ticket.status)) return;
  const isDue = (at: number | null) => at !== null && at <= now;
  const { warnAt, escalateAt } = routing;
  if (isDue(warnAt)) tellPool(burst, routing.pool, "pool-warning", warnAt ?? now);
  if (isDue(escalateAt)) {
    tellPool(burst, routing.pool, "pool-escalation", escalateAt ?? now);
    burst.ticket = { ...burst.ticket, escalated: true };
  }
  burst.routing = {
    ...routing,
    warnAt: isDue(warnAt) ? null : warnAt,
    escalateAt: isDue(escalateAt) ? null : escalateAt,
  };
}

function tellPool(
  burst: Burst,
  pool: string,
  reason: "pool-warning" | "pool-escalation",
  dueAt: number,
): void {
  const { definitions, now, ticket, routing } = burst;
  const policy = routing?.policy && definitions.routing(routing.policy.key, now, routing.policy.revision);
  const own = ticket.group === null ? [] : [ticket.group];
  const everybody = definitions.people.groups.map(({ key }) => key);
  const groups = policy?.poolGroups(pool) ?? (own.length > 0 ? own : everybody);
  const agents = groups.flatMap((key) => definitions.group(key)?.lead ?? []);
  burst.log.push({ type: reason, pool, dueAt, lateByMs: now - dueAt, agents });
  burst.effects.push({
    type: "notify",
    id: burst.newId(),
    agents: [...new Set(agents)],
    reason,
    data: { pool, dueAt },
  });
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

/** The next instant at which routing has something to do with the ticket, or `null`; a done one keeps its place. */
export function nextRoutingAt({ routing, ticket }: Pick<TicketState, "routing" | "ticket">): number | null {
  if (routing === null || isDone(ticket.status)) return null;
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
