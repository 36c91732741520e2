/**
 * The entries of one queue, kept sorted in every order that has been asked for: a pool's order belongs
 * to its policy, which the load state does not know.
 */
import { compareEntries, type QueueOrder } from "./entry-order.ts";
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

/** A queue; adding and removing cost O(log n) comparisons. */
export class EntryQueue {
  readonly #entries = new Map<string, QueueEntry>();
  readonly #sorted = new Map<QueueOrder, QueueEntry[]>();

  get size(): number {
    return this.#entries.size;
  }

  add(entry: QueueEntry): void {
    this.#entries.set(entry.ticket, entry);
    for (const [order, sorted] of this.#sorted) sorted.splice(placeOf(sorted, order, entry), 0, entry);
  }

  remove(entry: QueueEntry): void {
    this.#entries.delete(entry.ticket);
    for (const [order, sorted] of this.#sorted) sorted.splice(placeOf(sorted, order, entry), 1);
  }

  /** Best first. The array lives on: copy it before changing the queue while reading. */
  inOrder(order: QueueOrder): readonly QueueEntry[] {
    const known = this.#sorted.get(order);
    if (known) return known;
    const sorted = [...this.#entries.values()].sort((a, b) => compareEntries(order, a, b));
    this.#sorted.set(order, sorted);
    return sorted;
  }
}
