/**
 * Claiming 领取 from a pool. `head` gives the head of the queue, so that nobody picks the easy ones (挑单).
 * Claiming is the agent's own act: presence and shift do not matter, capacity and shops do.
 * An agent whose claim of a ticket ran out gets that ticket only after everything else.
 */
import type { LoadState, QueueEntry } from "./load-state.ts";
import type { RoutingModel } from "./model.ts";
import type { ClaimResult, MoveResult, Placement, RoutingRequest } from "./request.ts";
import type { CompiledPool } from "./routes.ts";
import type { TeamAgent } from "./team.ts";
/** Who wants what; without a ticket the pool chooses. */
export interface ClaimRequest {
  readonly pool: string;
  readonly agent: string;
  readonly ticket?: string;
}
/** The pool's entries that the agent may see, in the order in which they are offered to them. */
export declare function offered(
  load: LoadState,
  policy: string,
  pool: CompiledPool,
  agent: TeamAgent,
): readonly QueueEntry[];
/** Atomic on the load state: one wins, whoever comes later is told `pool.taken`. */
export declare function claim(
  model: RoutingModel,
  load: LoadState,
  wish: ClaimRequest,
  now: number,
): ClaimResult;
/** Gives a claim back. The order is unchanged by it: with `head` the same ticket is offered again. */
export declare function release(
  model: RoutingModel,
  load: LoadState,
  request: RoutingRequest,
  now: number,
): MoveResult;
/** Returns an untouched claim whose time is over; `null` when it is not, or when there is none. */
export declare function expireClaim(
  model: RoutingModel,
  load: LoadState,
  request: RoutingRequest,
  now: number,
): Placement | null;
