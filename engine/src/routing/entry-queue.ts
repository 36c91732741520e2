/**
 * The entries of one queue, kept sorted in every order that has been asked for: a pool's order belongs
 * to its policy, which the load state does not know. Entries that ask the same of an agent share a lane: a long
 * queue that nobody can serve is a few lanes, of which only the heads matter.
 */
import { compareEntries, type QueueOrder, waitingOrder } from "./entry-order.ts";
import type { QueueEntry } from "./load-state.ts";

/** The first index whose entry does not come before `entry`. O(log n). */
function placeOf(sorted: readonly QueueEntry[], order: QueueOrder, entry: QueueEntry): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other && compareEntries(order, other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What decides whether an entry can be served: equal for two entries, equal answer. */
function laneOf({ policy, route, step, group, kind, shop, exclude }: QueueEntry): string {
  return [policy.key, policy.revision, route, step, group, kind, shop, ...exclude].join("\u0000");
}

/** A queue; adding and removing cost O(log n) comparisons. */
export class EntryQueue {
  readonly #entries = new Map<string, QueueEntry>();
  readonly #sorted = new Map<QueueOrder, QueueEntry[]>();
  /** Made when the heads are first asked for; each in waiting order. */
  #lanes: Map<string, QueueEntry[]> | null = null;

  get size(): number {
    return this.#entries.size;
  }

  add(entry: QueueEntry): void {
    this.#entries.set(entry.ticket, entry);
    for (const [order, sorted] of this.#sorted) sorted.splice(placeOf(sorted, order, entry), 0, entry);
    if (this.#lanes) join(this.#lanes, entry);
  }

  remove(entry: QueueEntry): void {
    this.#entries.delete(entry.ticket);
    for (const [order, sorted] of this.#sorted) sorted.splice(placeOf(sorted, order, entry), 1);
    if (this.#lanes) part(this.#lanes, entry);
  }

  /** Best first. The array lives on: copy it before changing the queue while reading. */
  inOrder(order: QueueOrder): readonly QueueEntry[] {
    const known = this.#sorted.get(order);
    if (known) return known;
    const sorted = [...this.#entries.values()].sort((a, b) => compareEntries(order, a, b));
    this.#sorted.set(order, sorted);
    return sorted;
  }

  /** The first entry of each lane, in waiting order within it; the lanes in no order. */
  heads(): readonly QueueEntry[] {
    const lanes = this.#lanes ?? this.#part();
    this.#lanes = lanes;
    return [...lanes.values()].flatMap(([head]) => head ?? []);
  }

  /** The lanes carry the waiting order by themselves: it is not kept a second time over the whole queue. */
  #part(): Map<string, QueueEntry[]> {
    const lanes = new Map<string, QueueEntry[]>();
    const entries = [...this.#entries.values()].sort((a, b) => compareEntries(waitingOrder, a, b));
    for (const entry of entries) join(lanes, entry);
    return lanes;
  }
}

function join(lanes: Map<string, QueueEntry[]>, entry: QueueEntry): void {
  const name = laneOf(entry);
  const lane = lanes.get(name) ?? [];
  lane.splice(placeOf(lane, waitingOrder, entry), 0, entry);
  lanes.set(name, lane);
}

function part(lanes: Map<string, QueueEntry[]>, entry: QueueEntry): void {
  const name = laneOf(entry);
  const lane = lanes.get(name) ?? [];
  lane.splice(placeOf(lane, waitingOrder, entry), 1);
  if (lane.length === 0) lanes.delete(name);
}
