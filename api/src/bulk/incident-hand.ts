/** Incidents in bulk: each is settled as it would be alone. */
import type { Database } from "../database/database.ts";
import { findIncidents } from "../database/repositories/incidents.ts";
import { AppError } from "../errors.ts";
import { type Settling, settleIncident } from "../operations/settle-incident.ts";
import type { BulkHand, BulkRuntime } from "./bulk-hand.ts";

/** Creates the hand for incidents. */
export const createIncidentHand =
  (database: Database, runtime: BulkRuntime): BulkHand =>
  async ({ action, actor, markDone }, ids) => {
    const rows = new Map((await findIncidents(database.reader, ids)).map((row) => [row.id, row]));
    return async (id) => {
      const row = rows.get(id);
      if (!row) throw new AppError("resource.not-found", { values: { what: `incident ${id}` } });
      return settleIncident({ database, runtime }, row, action as Settling, {
        actor,
        background: true,
        alongside: (transaction) => markDone(transaction, id),
      });
    };
  };
