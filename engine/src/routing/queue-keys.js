/** Identity of a pool across policies: pools are defined inside a policy, so two policies' `general` differ. */
export const poolKey = (policy, pool) => `${policy}/${pool}`;
/** The queue of tickets waiting for a group, whatever policy brought them there. */
export const groupQueue = (group) => `group:${group}`;
/** The queue of tickets lying in a policy's pool. */
export const poolQueue = (policy, pool) => `pool:${poolKey(policy, pool)}`;
/** The queue that an entry belongs to. */
export const queueOf = (entry) =>
  entry.type === "waiting" ? groupQueue(entry.group ?? "") : poolQueue(entry.policy.key, entry.pool ?? "");
//# sourceMappingURL=queue-keys.js.map
