/**
 * Who among the waiting is next. Reading only: the caller takes the ticket's lock and then serves it.
 * Tickets that ask the same of an agent are tried once, so a long queue nobody can serve costs little.
 */
import { compareEntries } from "./entry-order.ts";
import type { LoadState, QueueEntry } from "./load-state.ts";
import { type RoutingModel } from "./model.ts";
import type { TeamAgent } from "./team.ts";

type Ahead = Parameters<typeof compareEntries>[1];
/** The first of the sorted entries that passes; equal signatures are asked once. */
export declare function firstPassing(
  entries: readonly QueueEntry[],
  passes: (entry: QueueEntry) => boolean,
): QueueEntry | null;
/** True when this agent could be given this waiting entry now. */
export declare function canTake(
  model: RoutingModel,
  load: LoadState,
  entry: QueueEntry,
  agent: TeamAgent,
  now: number,
): boolean;
/** The agent that the entry's step would choose now, or `null`. */
export declare function chooseFor(
  model: RoutingModel,
  load: LoadState,
  entry: QueueEntry,
  now: number,
): string | null;
/** True when somebody who waits, and comes before this ticket, could be given this agent. */
export declare function isSomebodyAhead(
  model: RoutingModel,
  load: LoadState,
  agent: TeamAgent,
  ticket: Ahead,
  now: number,
): boolean;
