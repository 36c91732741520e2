/**
 * Claiming 领取 from a pool. `head` gives the head of the queue, so that nobody picks the easy ones (挑单).
 * Claiming is the agent's own act: presence and shift do not matter, capacity and shops do.
 * An agent whose claim of a ticket ran out gets that ticket only after everything else.
 */
import { loadOf } from "./agent-load.js";
import { capacityOf, seesShop } from "./eligibility.js";
import { Mover, refused } from "./moves.js";
import { assign, leave } from "./placement.js";
import { poolKey, poolQueue } from "./queue-keys.js";

const capacityFor = ({ model, agent, through }, entry) =>
  capacityOf(agent, entry.kind, model.team.bestFactor(agent, through ?? undefined));
const hasRoom = (claimant, entry) =>
  loadOf(claimant.row, entry.kind, claimant.model.countsAsLoad) < capacityFor(claimant, entry);
/** The pool's entries that the agent may see, in the order in which they are offered to them. */
export function offered(load, policy, pool, agent) {
  const visible = load
    .queue(poolQueue(policy, pool.key), pool.order)
    .filter((entry) => seesShop(agent, entry.shop));
  const later = visible.filter((entry) => entry.notFirst === agent.id);
  return later.length === 0 ? visible : [...visible.filter((entry) => entry.notFirst !== agent.id), ...later];
}
function claimantOf(model, load, claim) {
  const pool = model.pools.get(claim.pool);
  const agent = model.team.agent(claim.agent);
  if (!pool) return refused("pool.unknown", claim.pool);
  if (!agent) return refused("routing.unknown-agent", claim.agent);
  const through = pool.groups?.filter((group) => agent.groups.has(group)) ?? null;
  if (through?.length === 0) return refused("pool.not-member", pool.groups?.join(","));
  const row = load.agent(agent.id);
  const open = row?.claims[poolKey(model.ref.key, pool.key)] ?? 0;
  if (pool.claimLimit !== null && open >= pool.claimLimit)
    return refused("pool.limit", String(pool.claimLimit));
  return { model, load, pool, agent, row, through };
}
const fullDetail = (claimant, entry) =>
  `${loadOf(claimant.row, entry.kind, claimant.model.countsAsLoad)}/${capacityFor(claimant, entry)}`;
function chooseHead(claimant) {
  const entries = offered(claimant.load, claimant.model.ref.key, claimant.pool, claimant.agent);
  const [first] = entries;
  if (!first) return refused("pool.empty");
  return (
    entries.find((entry) => hasRoom(claimant, entry)) ??
    refused("pool.at-capacity", fullDetail(claimant, first))
  );
}
function chooseTicket(claimant, ticket) {
  const { load, model, pool, agent } = claimant;
  const entry = load.entry(ticket);
  if (entry?.type !== "pooled" || entry.policy.key !== model.ref.key || entry.pool !== pool.key)
    return refused("pool.taken", ticket);
  if (!seesShop(agent, entry.shop)) return refused("pool.shop", entry.shop ?? undefined);
  if (!hasRoom(claimant, entry)) return refused("pool.at-capacity", fullDetail(claimant, entry));
  if (pool.pick === "any") return entry;
  const head = chooseHead(claimant);
  return "ok" in head || head.ticket === ticket ? head : refused("pool.not-head", head.ticket);
}
const requestOf = (entry) => ({ ...entry, facts: {} });
function take(claimant, entry, now) {
  const { model, load, pool, agent, through } = claimant;
  const request = requestOf(entry);
  const route = { id: entry.route, name: "", campaign: null, when: null, steps: [] };
  leave(load, request);
  const to = {
    policy: entry.policy,
    agent: agent.id,
    group: through?.[0] ?? [...agent.groups][0] ?? null,
    how: "claimed",
    pool: pool.key,
    claimExpiresAt: pool.claimTimeout === null ? null : now + pool.claimTimeout,
  };
  const load0 = loadOf(claimant.row, entry.kind, model.countsAsLoad);
  const considered = [
    { agent: agent.id, eligible: true, load: load0, capacity: capacityFor(claimant, entry) },
  ];
  return assign({ model, load, request, now, cause: "claim" }, { route, step: entry.step }, to, considered);
}
/** Atomic on the load state: one wins, whoever comes later is told `pool.taken`. */
export function claim(model, load, wish, now) {
  const claimant = claimantOf(model, load, wish);
  if ("ok" in claimant) return claimant;
  const entry = wish.ticket === undefined ? chooseHead(claimant) : chooseTicket(claimant, wish.ticket);
  if ("ok" in entry) return entry;
  return { ok: true, ticket: entry.ticket, placement: take(claimant, entry, now) };
}
const claimedPool = ({ current }) =>
  current?.type === "assigned" && current.how === "claimed" ? current.pool : null;
/** Gives a claim back. The order is unchanged by it: with `head` the same ticket is offered again. */
export function release(model, load, request, now) {
  const pool = claimedPool(request);
  if (pool === null) return refused("pool.not-claimed", request.ticket);
  leave(load, request);
  const pass = { model, load, request, now, cause: "manual" };
  return { ok: true, placement: new Mover(model, load, now).returnTo(pass, pool) };
}
/** Returns an untouched claim whose time is over; `null` when it is not, or when there is none. */
export function expireClaim(model, load, request, now) {
  const { current } = request;
  const pool = claimedPool(request);
  if (pool === null || current?.type !== "assigned") return null;
  if (current.claimExpiresAt === null || now < current.claimExpiresAt) return null;
  leave(load, request);
  const pass = { model, load, request, now, cause: "claim-timeout" };
  return new Mover(model, load, now).returnTo(pass, pool, current.agent);
}
//# sourceMappingURL=pool.js.map
