/**
 * The entries of one queue, kept sorted in every order that has been asked for: a pool's order belongs
 * to its policy, which the load state does not know.
 */
import { compareEntries } from "./entry-order.js";

/** The first index whose entry does not come before `entry`. O(log n). */
function placeOf(sorted, order, entry) {
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
  #entries = new Map();
  #sorted = new Map();
  get size() {
    return this.#entries.size;
  }
  add(entry) {
    this.#entries.set(entry.ticket, entry);
    for (const [order, sorted] of this.#sorted) sorted.splice(placeOf(sorted, order, entry), 0, entry);
  }
  remove(entry) {
    this.#entries.delete(entry.ticket);
    for (const [order, sorted] of this.#sorted) sorted.splice(placeOf(sorted, order, entry), 1);
  }
  /** Best first. The array lives on: copy it before changing the queue while reading. */
  inOrder(order) {
    const known = this.#sorted.get(order);
    if (known) return known;
    const sorted = [...this.#entries.values()].sort((a, b) => compareEntries(order, a, b));
    this.#sorted.set(order, sorted);
    return sorted;
  }
}
//# sourceMappingURL=entry-queue.js.map
