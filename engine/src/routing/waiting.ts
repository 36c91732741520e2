/**
 * Who among the waiting is next. Reading only: the caller takes the ticket's lock and then serves it.
 * Tickets that ask the same of an agent are tried once, so a long queue nobody can serve costs little.
 */
import { compareEntries, waitingOrder } from "./entry-order.ts";
import type { LoadState, QueueEntry } from "./load-state.ts";
import { isSameRevision, type RoutingModel, waitingStep } from "./model.ts";
import { groupQueue } from "./queue-keys.ts";
import { couldTake, cursorKey, needOf, surveyGroup } from "./survey.ts";
import type { TeamAgent } from "./team.ts";

type Ahead = Parameters<typeof compareEntries>[1];

const signatures = new WeakMap<QueueEntry, string>();

/** What decides whether an entry can be served: equal for two entries, equal answer. Entries are values: made once. */
function signature(entry: QueueEntry): string {
  const known = signatures.get(entry);
  if (known !== undefined) return known;
  const made = [
    entry.policy.key,
    entry.policy.revision,
    entry.route,
    entry.step,
    entry.kind,
    entry.shop,
    ...entry.exclude,
  ].join("\u0000");
  signatures.set(entry, made);
  return made;
}

/** The first of the sorted entries that passes; equal signatures are asked once. */
export function firstPassing(
  entries: readonly QueueEntry[],
  passes: (entry: QueueEntry) => boolean,
): QueueEntry | null {
  const failed = new Set<string>();
  for (const entry of entries) {
    const key = signature(entry);
    if (failed.has(key)) continue;
    if (passes(entry)) return entry;
    failed.add(key);
  }
  return null;
}

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
  return surveyGroup(model, load, step, needOf(model, entry, step, now), cursor, 1).best?.id ?? null;
}

/** True when somebody who waits, and comes before this ticket, could be given this agent. */
export function isSomebodyAhead(
  model: RoutingModel,
  load: LoadState,
  agent: TeamAgent,
  ticket: Ahead,
  now: number,
): boolean {
  for (const group of agent.groups) {
    const queue = load.queue(groupQueue(group));
    const ahead = queue.slice(0, countAhead(queue, ticket));
    if (firstPassing(ahead, (entry) => canTake(model, load, entry, agent, now))) return true;
  }
  return false;
}

/** How many entries of a sorted queue come before the ticket. O(log n). */
function countAhead(queue: readonly QueueEntry[], ticket: Ahead): number {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = queue[middle];
    if (other && compareEntries(waitingOrder, other, ticket) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
