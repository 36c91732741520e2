/**
 * Who among the waiting is next. Reading only: the caller takes the ticket's lock and then serves it.
 * Tickets that ask the same of an agent are tried once, so a long queue nobody can serve costs little.
 */
import { compareEntries, waitingOrder } from "./entry-order.ts";
import type { LoadState, QueueEntry } from "./load-state.ts";
import { isSameRevision, type RoutingModel, waitingStep } from "./model.ts";
import { groupQueue } from "./queue-keys.ts";
import { chooseAgent, couldTake, cursorKey, needOf } from "./survey.ts";
import type { TeamAgent } from "./team.ts";

type Ahead = Parameters<typeof compareEntries>[1];

/** True when this agent could be given this waiting entry now. */
export function canTake(
  model: RoutingModel,
  load: LoadState,
  entry: QueueEntry,
  agent: TeamAgent,
  now: number,
): boolean {
  const step = isSameRevision(entry.policy, model.ref) ? waitingStep(model, entry) : undefined;
  return step !== undefined && couldTake(model, load, agent, step, needOf(model, entry, step, now));
}

/** The agent that the entry's step would choose now, or `null`. */
export function chooseFor(
  model: RoutingModel,
  load: LoadState,
  entry: QueueEntry,
  now: number,
): string | null {
  const step = isSameRevision(entry.policy, model.ref) ? waitingStep(model, entry) : undefined;
  if (!step) return null;
  const cursor = cursorKey(model, entry.route, entry.step, step.group);
  return chooseAgent(model, load, step, needOf(model, entry, step, now), cursor)?.id ?? null;
}

/** True when somebody who waits, and comes before this ticket, could be given this agent. O(lanes of the agent's groups). */
export function isSomebodyAhead(
  model: RoutingModel,
  load: LoadState,
  agent: TeamAgent,
  ticket: Ahead,
  now: number,
): boolean {
  for (const group of agent.groups)
    for (const head of load.heads(groupQueue(group)))
      if (compareEntries(waitingOrder, head, ticket) < 0 && canTake(model, load, head, agent, now))
        return true;
  return false;
}
