/** How queues and pools are named inside the load state. */
import type { QueueEntry } from "./load-state.ts";
/** Identity of a pool across policies: pools are defined inside a policy, so two policies' `general` differ. */
export declare const poolKey: (policy: string, pool: string) => string;
/** The queue of tickets waiting for a group, whatever policy brought them there. */
export declare const groupQueue: (group: string) => string;
/** The queue of tickets lying in a policy's pool. */
export declare const poolQueue: (policy: string, pool: string) => string;
/** The queue that an entry belongs to. */
export declare const queueOf: (entry: Pick<QueueEntry, "type" | "group" | "pool" | "policy">) => string;
