/** How queues and pools are named inside the load state. */
import type { QueueEntry } from "./load-state.ts";

/** Identity of a pool across policies: pools are defined inside a policy, so two policies' `general` differ. */
export const poolKey = (policy: string, pool: string): string => `${policy}/${pool}`;

/** The queue of tickets waiting for a group, whatever policy brought them there. */
export const groupQueue = (group: string): string => `group:${group}`;

/** The queue of tickets lying in a policy's pool. */
export const poolQueue = (policy: string, pool: string): string => `pool:${poolKey(policy, pool)}`;

/** The queue that an entry belongs to. */
export const queueOf = (entry: Pick<QueueEntry, "type" | "group" | "pool" | "policy">): string =>
  entry.type === "waiting" ? groupQueue(entry.group ?? "") : poolQueue(entry.policy.key, entry.pool ?? "");
