/**
 * In which order tickets are served. Escalated ones go first in every order; what is left over is
 * settled by age and then by id, so that the order is total and the same everywhere.
 */
import { type Pool } from "@sluice/schemas";
import type { QueueEntry } from "./load-state.ts";
export type QueueOrder = NonNullable<Pool["order"]>;
/** Tickets waiting in a group step: earliest due, priority, age. */
export declare const waitingOrder: QueueOrder;
type Ranked = Pick<QueueEntry, "ticket" | "escalated" | "due" | "priority" | "createdAt">;
/** Negative when `a` is served before `b`. */
export declare function compareEntries(order: QueueOrder, a: Ranked, b: Ranked): number;
