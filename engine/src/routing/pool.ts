/**
 * Claiming 领取 from a pool. `head` gives the head of the queue, so that nobody picks the easy ones (挑单).
 * Claiming is the agent's own act: presence and shift do not matter, capacity and shops do.
 * An agent whose claim of a ticket ran out gets that ticket only after everything else.
 */

import { isDone } from "../ticket/apply-changes.ts";
import { loadOf } from "./agent-load.ts";
import { capacityOf, seesShop } from "./eligibility.ts";
import type { AgentLoad, LoadState, QueueEntry } from "./load-state.ts";
import type { RoutingModel } from "./model.ts";
import { Mover, refused } from "./moves.ts";
import { assign, leave, type Pass } from "./placement.ts";
import { poolKey, poolQueue } from "./queue-keys.ts";
import type { ClaimResult, MoveResult, Placement, Refused, RoutingRequest } from "./request.ts";
import type { CompiledPool, CompiledRoute } from "./routes.ts";
import type { TeamAgent } from "./team.ts";

/** Who wants what; without a ticket the pool chooses. */
export interface ClaimRequest {
  readonly pool: string;
  readonly agent: string;
  readonly ticket?: string;
}

/** One agent before one pool. */
interface Claimant {
  readonly model: RoutingModel;
  readonly load: LoadState;
  readonly pool: CompiledPool;
  readonly agent: TeamAgent;
  readonly row: AgentLoad | undefined;
  /** The pool's groups that the agent is in; `null` when the pool is open to everybody. */
  readonly through: readonly string[] | null;
}

const capacityFor = ({ model, agent, through }: Claimant, entry: QueueEntry): number =>
  capacityOf(agent, entry.kind, model.team.bestFactor(agent, through ?? undefined));

const hasRoom = (claimant: Claimant, entry: QueueEntry): boolean =>
  loadOf(claimant.row, entry.kind, claimant.model.countsAsLoad) < capacityFor(claimant, entry);

/** The pool's entries that the agent may see, in the order in which they are offered to them; taken one by one. */
export function* offered(
  load: LoadState,
  policy: string,
  pool: CompiledPool,
  agent: TeamAgent,
): Generator<QueueEntry> {
  const later: QueueEntry[] = [];
  for (const entry of load.queue(poolQueue(policy, pool.key), pool.order)) {
    if (!seesShop(agent, entry.shop)) continue;
    if (entry.notFirst === agent.id) later.push(entry);
    else yield entry;
  }
  yield* later;
}

function claimantOf(model: RoutingModel, load: LoadState, claim: ClaimRequest): Claimant | Refused {
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

const fullDetail = (claimant: Claimant, entry: QueueEntry): string =>
  `${loadOf(claimant.row, entry.kind, claimant.model.countsAsLoad)}/${capacityFor(claimant, entry)}`;

/** The first that the agent has room for. */
function chooseHead(claimant: Claimant): QueueEntry | Refused {
  let first: QueueEntry | null = null;
  for (const entry of offered(claimant.load, claimant.model.ref.key, claimant.pool, claimant.agent)) {
    if (hasRoom(claimant, entry)) return entry;
    first ??= entry;
  }
  return first ? refused("pool.at-capacity", fullDetail(claimant, first)) : refused("pool.empty");
}

function chooseTicket(claimant: Claimant, ticket: string): QueueEntry | Refused {
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

const requestOf = (entry: QueueEntry): RoutingRequest => ({ ...entry, facts: {} });

function take(claimant: Claimant, entry: QueueEntry, now: number): Placement {
  const { model, load, pool, agent, through } = claimant;
  const request = requestOf(entry);
  const route: CompiledRoute = { id: entry.route, name: "", campaign: null, when: null, steps: [] };
  leave(load, request);
  const to = {
    policy: entry.policy,
    agent: agent.id,
    group: through?.[0] ?? [...agent.groups][0] ?? null,
    how: "claimed",
    pool: pool.key,
    claimExpiresAt: pool.claimTimeout === null ? null : now + pool.claimTimeout,
  } as const;
  const load0 = loadOf(claimant.row, entry.kind, model.countsAsLoad);
  const considered = [
    { agent: agent.id, eligible: true, load: load0, capacity: capacityFor(claimant, entry) },
  ];
  return assign({ model, load, request, now, cause: "claim" }, { route, step: entry.step }, to, considered);
}

/** The ticket that a claim would be given that names none; for one that would be refused, what is offered first. */
export function headFor(model: RoutingModel, load: LoadState, wish: ClaimRequest): string | null {
  const claimant = claimantOf(model, load, wish);
  const head = "ok" in claimant ? null : chooseHead(claimant);
  if (head && !("ok" in head)) return head.ticket;
  const [pool, agent] = [model.pools.get(wish.pool), model.team.agent(wish.agent)];
  if (!pool || !agent) return null;
  const [first] = offered(load, model.ref.key, pool, agent);
  return first?.ticket ?? null;
}

/** Atomic on the load state: one wins, whoever comes later is told `pool.taken`. */
export function claim(model: RoutingModel, load: LoadState, wish: ClaimRequest, now: number): ClaimResult {
  const claimant = claimantOf(model, load, wish);
  if ("ok" in claimant) return claimant;
  const entry = wish.ticket === undefined ? chooseHead(claimant) : chooseTicket(claimant, wish.ticket);
  if ("ok" in entry) return entry;
  return { ok: true, ticket: entry.ticket, placement: take(claimant, entry, now) };
}

const claimedPool = ({ current }: RoutingRequest): string | null =>
  current?.type === "assigned" && current.how === "claimed" ? current.pool : null;

/** Gives a claim back. The order is unchanged by it: with `head` the same ticket is offered again. */
export function release(
  model: RoutingModel,
  load: LoadState,
  request: RoutingRequest,
  now: number,
): MoveResult {
  const pool = claimedPool(request);
  if (pool === null) return refused("pool.not-claimed", request.ticket);
  leave(load, request);
  const pass: Pass = { model, load, request, now, cause: "manual" };
  return { ok: true, placement: new Mover(model, load, now).returnTo(pass, pool) };
}

/** Returns an untouched claim whose time is over; `null` when it is not, when there is none, or the ticket is done. */
export function expireClaim(
  model: RoutingModel,
  load: LoadState,
  request: RoutingRequest,
  now: number,
): Placement | null {
  const { current } = request;
  const pool = claimedPool(request);
  if (pool === null || current?.type !== "assigned" || isDone(request.status)) return null;
  if (current.claimExpiresAt === null || now < current.claimExpiresAt) return null;
  leave(load, request);
  const pass: Pass = { model, load, request, now, cause: "claim-timeout" };
  return new Mover(model, load, now).returnTo(pass, pool, current.agent);
}
