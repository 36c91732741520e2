/** Runs in bulk: each is cancelled by an event of its own. */
import type { Database } from "../database/database.ts";
import { readRunRows, requireActive } from "../operations/run-rows.ts";
import type { BulkHand, BulkRuntime } from "./bulk-hand.ts";

/** Creates the hand for runs; all that can be done to many is to cancel them. */
export const createRunHand =
  ({ reader }: Database, runtime: BulkRuntime): BulkHand =>
  async ({ actor, markDone }, ids) => {
    const rows = new Map((await readRunRows(reader, ids)).map((row) => [row.id, row]));
    return async (id) =>
      runtime.submit({
        ticket: requireActive(id, rows.get(id)),
        body: { type: "run.cancel", run: id },
        actor,
        background: true,
        alongside: (transaction) => markDone(transaction, id),
      });
  };
