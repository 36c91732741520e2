/** Open clocks that follow a newly published SLA policy (`apply: "open"`): a sweep armed with the revision. */
import type { Transaction } from "../database/database.ts";
import type { PublishedChange } from "../runtime-port.ts";
import { sweepRow } from "./ticket-sweep.ts";
import { armTimers } from "./timer-rows.ts";

/** The kind of their timer rows. */
export const followTimer = "follow";

/** Arms a sweep for each policy of the changes that open clocks are to follow. */
export async function armFollowingClocks(
  transaction: Transaction,
  changes: readonly PublishedChange[],
  now: number,
): Promise<void> {
  const rows = changes.flatMap(({ kind, key, revision, apply }) =>
    kind === "sla" && apply === "open" && revision !== null
      ? [sweepRow(followTimer, `follow:${key}`, now, { type: "sla.published", ref: { kind, key, revision } })]
      : [],
  );
  await armTimers(transaction, rows);
}
