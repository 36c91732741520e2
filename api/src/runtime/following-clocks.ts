/** Open clocks that follow a newly published SLA policy (`apply: "open"`): a sweep armed with the revision. */
import { upsertRows } from "../database/bulk.ts";
import type { Transaction } from "../database/database.ts";
import type { PublishedChange } from "../runtime-port.ts";
import { sweepRow } from "./ticket-sweep.ts";

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
  await upsertRows(transaction, "timers", ["key", "kind", "ticket_id", "due_at", "payload"], rows, ["key"]);
}
