/**
 * The entries of one queue, kept sorted in every order that has been asked for: a pool's order belongs
 * to its policy, which the load state does not know.
 */
import { type QueueOrder } from "./entry-order.ts";
import type { QueueEntry } from "./load-state.ts";
/** A queue; adding and removing cost O(log n) comparisons. */
export declare class EntryQueue {
  #private;
  get size(): number;
  add(entry: QueueEntry): void;
  remove(entry: QueueEntry): void;
  /** Best first. The array lives on: copy it before changing the queue while reading. */
  inOrder(order: QueueOrder): readonly QueueEntry[];
}
