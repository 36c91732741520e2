/**
 * Serving those who wait, across policies. The runtime asks for the next pair, locks that ticket, calls
 * `serve` on its policy, commits, and asks again: one ticket per transaction, in waiting order.
 */
import { compareEntries, waitingOrder } from "./entry-order.ts";
import type { LoadState, QueueEntry } from "./load-state.ts";
import type { CompiledRouting } from "./policy.ts";
import { groupQueue } from "./queue-keys.ts";

/** Only this agent, only this group, or everybody. */
export interface DrainScope {
  readonly agent?: string;
  readonly group?: string;
}

/** A waiting ticket and the agent that its step would choose now. */
export interface Assignable {
  readonly ticket: string;
  readonly agent: string;
  readonly entry: QueueEntry;
}

const key = ({ key: name, revision }: { readonly key: string; readonly revision: number }) =>
  `${name}@${revision}`;

const byRevision = (policies: readonly CompiledRouting[]) =>
  new Map(policies.map((policy) => [key(policy.ref), policy]));

function queuesFor(load: LoadState, policies: readonly CompiledRouting[], scope: DrainScope): string[] {
  if (scope.group !== undefined) return [groupQueue(scope.group)];
  const { agent } = scope;
  if (agent === undefined) return [...load.queues()].filter((name) => name.startsWith(groupQueue("")));
  return [...new Set(policies.flatMap((policy) => policy.groupsOf(agent)))].map(groupQueue);
}

/**
 * The next ticket in waiting order that somebody in scope can be given: earliest due, priority, age, escalated
 * first. `policies` must hold every revision that tickets still wait in; `null` when nobody can be served.
 */
export function nextAssignable(
  load: LoadState,
  policies: readonly CompiledRouting[],
  scope: DrainScope,
  now: number,
): Assignable | null {
  const policyOf = byRevision(policies);
  const { agent } = scope;
  const choose = (entry: QueueEntry): string | null => {
    const policy = policyOf.get(key(entry.policy));
    if (agent === undefined) return policy?.chooseFor(load, entry, now) ?? null;
    return policy?.canTake(load, entry, agent, now) ? agent : null;
  };
  const heads = queuesFor(load, policies, scope).flatMap((queue) => load.heads(queue));
  for (const entry of heads.sort((a, b) => compareEntries(waitingOrder, a, b))) {
    const winner = choose(entry);
    if (winner !== null) return { ticket: entry.ticket, agent: winner, entry };
  }
  return null;
}

/**
 * Waiting tickets whose route or step is in none of the policies any more, for instance after a campaign:
 * the runtime places them anew, so that none is lost.
 */
export function orphans(load: LoadState, policies: readonly CompiledRouting[]): readonly QueueEntry[] {
  const policyOf = byRevision(policies);
  return [...load.queues()]
    .filter((name) => name.startsWith(groupQueue("")))
    .flatMap((name) => load.queue(name))
    .filter((entry) => !policyOf.get(key(entry.policy))?.knows(entry));
}
