/**
 * Serving those who wait, across policies. The runtime asks for the next pair, locks that ticket, calls
 * `serve` on its policy, commits, and asks again: one ticket per transaction, in waiting order.
 */
import { compareEntries, waitingOrder } from "./entry-order.js";
import { groupQueue } from "./queue-keys.js";
import { firstPassing } from "./waiting.js";

const key = ({ key: name, revision }) => `${name}@${revision}`;
const byRevision = (policies) => new Map(policies.map((policy) => [key(policy.ref), policy]));
function queuesFor(load, policies, scope) {
  if (scope.group !== undefined) return [groupQueue(scope.group)];
  const { agent } = scope;
  if (agent === undefined) return [...load.queues()].filter((name) => name.startsWith(groupQueue("")));
  return [...new Set(policies.flatMap((policy) => policy.groupsOf(agent)))].map(groupQueue);
}
/**
 * The next ticket in waiting order that somebody in scope can be given: earliest due, priority, age, escalated
 * first. `policies` must hold every revision that tickets still wait in; `null` when nobody can be served.
 */
export function nextAssignable(load, policies, scope, now) {
  const policyOf = byRevision(policies);
  const { agent } = scope;
  const choose = (entry) => {
    const policy = policyOf.get(key(entry.policy));
    if (agent === undefined) return policy?.chooseFor(load, entry, now) ?? null;
    return policy?.canTake(load, entry, agent, now) ? agent : null;
  };
  const heads = queuesFor(load, policies, scope).flatMap((queue) => {
    const entry = firstPassing(load.queue(queue), (item) => choose(item) !== null);
    return entry ? [entry] : [];
  });
  const [entry] = heads.sort((a, b) => compareEntries(waitingOrder, a, b));
  const winner = entry && choose(entry);
  return entry && winner ? { ticket: entry.ticket, agent: winner, entry } : null;
}
/**
 * Waiting tickets whose route or step is in none of the policies any more, for instance after a campaign:
 * the runtime places them anew, so that none is lost.
 */
export function orphans(load, policies) {
  const policyOf = byRevision(policies);
  return [...load.queues()]
    .filter((name) => name.startsWith(groupQueue("")))
    .flatMap((name) => load.queue(name))
    .filter((entry) => !policyOf.get(key(entry.policy))?.knows(entry));
}
//# sourceMappingURL=drain.js.map
