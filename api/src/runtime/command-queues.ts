/**
 * Commands that wait for their batch, by who waits for them: somebody at a page or a shop's system for one answer, a
 * stream of many tickets, or nobody (timers, campaign edges, bulk work). Each kind is served in order of arrival and
 * none ever starves another: a stream does not keep a single caller waiting, a herd of timers does not stop ingest.
 */
import type { Waiting } from "./command.ts";

/** Most commands in one transaction: beyond this the rows cost more than the commit. */
export const maxBatch = 250;

/**
 * How much of a batch background work gets: a third beside others who would fill the rest, up to half where they leave
 * room, all of it when nobody waits. A timer costs about as much as a new ticket: beside a herd two thirds of ingest
 * remain.
 */
const backgroundRoom = (others: number): number =>
  others === 0 ? maxBatch : Math.max(Math.floor(maxBatch / 3), Math.min(maxBatch / 2, maxBatch - others));

/** Single callers go before streams, which keep a quarter of what is left for both. */
const callerRoom = (room: number, streamed: number): number =>
  room - Math.min(streamed, Math.floor(room / 4));

export interface CommandQueues {
  readonly length: number;
  add(waiting: Waiting): void;
  /** What has waited once already goes before all others. */
  addFirst(waiting: readonly Waiting[]): void;
  /** The next batch, at most {@link maxBatch}. */
  next(): readonly Waiting[];
}

/** Creates them, empty. */
export function createCommandQueues(): CommandQueues {
  const callers: Waiting[] = [];
  const streamed: Waiting[] = [];
  const background: Waiting[] = [];
  const lineOf = ({ command }: Waiting): Waiting[] => {
    if (command.background) return background;
    return command.streamed ? streamed : callers;
  };
  return {
    get length() {
      return callers.length + streamed.length + background.length;
    },
    add: (waiting) => {
      lineOf(waiting).push(waiting);
    },
    addFirst: (waiting) => {
      callers.unshift(...waiting);
    },
    next() {
      const due = background.splice(0, backgroundRoom(callers.length + streamed.length));
      const room = maxBatch - due.length;
      const first = callers.splice(0, callerRoom(room, streamed.length));
      return [...first, ...streamed.splice(0, room - first.length), ...due];
    },
  };
}
