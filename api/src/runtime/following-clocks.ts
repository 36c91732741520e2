/** Open clocks that follow a newly published SLA policy or calendar (`apply: "open"`): a sweep armed with the revision. */
import type { EventBody } from "@sluice/engine";
import type { Transaction } from "../database/database.ts";
import type { PublishedChange } from "../runtime-port.ts";
import { sweepRow } from "./ticket-sweep.ts";
import { armTimers } from "./timer-rows.ts";

/** The kind of their timer rows. */
export const followTimer = "follow";

type Following = Extract<EventBody, { type: "sla.published" | "calendar.published" }>["type"];

/** The kinds that open clocks can follow, with the event that tells them. */
const told: ReadonlyMap<string, Following> = new Map([
  ["sla", "sla.published"],
  ["calendar", "calendar.published"],
]);

/** Arms a sweep for each policy and calendar of the changes that open clocks are to follow. */
export async function armFollowingClocks(
  transaction: Transaction,
  changes: readonly PublishedChange[],
  now: number,
): Promise<void> {
  const rows = changes.flatMap(({ kind, key, revision, apply }) => {
    const type = told.get(kind);
    if (type === undefined || apply !== "open" || revision === null) return [];
    const name = kind === "sla" ? `follow:${key}` : `follow:${kind}:${key}`;
    return [sweepRow(followTimer, name, now, { type, ref: { kind, key, revision } })];
  });
  await armTimers(transaction, rows);
}
