/**
 * Settling an incident: by an event of its aggregate where a run waits for it, else by the means of its kind. What is to
 * be written with it (a mark of bulk work) is written in the same transaction.
 */
import { replyIncident, settleReplyIncident } from "../channels/outbound.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { IncidentRow } from "../database/entities/work.ts";
import { closeIncident } from "../database/repositories/incidents.ts";
import { AppError } from "../errors.ts";
import { type DifferenceDetails, differenceKind } from "../reference-check/difference-incidents.ts";
import type { TicketCommand } from "../runtime/command.ts";
import type { CommittedEvent } from "../runtime/committed.ts";
import type { Runtime } from "../runtime/runtime.ts";

/** What may be done with one. */
export const settlings = ["retry", "skip"] as const;
export type Settling = (typeof settlings)[number];

export interface SettleBy extends Pick<TicketCommand, "actor" | "ifMatch" | "background"> {
  /** Written in the transaction that settles it. */
  readonly alongside?: (transaction: Transaction) => Promise<void>;
}

export interface SettleParts {
  readonly database: Database;
  readonly runtime: Pick<Runtime, "submit" | "definitions" | "clock" | "reference" | "pokeJobs">;
}

type Settle = (parts: SettleParts, row: IncidentRow, how: Settling, by: SettleBy) => Promise<void>;

/** A difference between the evaluators is no ticket's: it is settled for its ruleset. */
const settleDifference: Settle = async ({ runtime }, row, how, { alongside }) => {
  const details = JSON.parse(row.details) as DifferenceDetails;
  const live = runtime.definitions.current.classification(details.ruleset, runtime.clock.now());
  await runtime.reference.settle(details, how === "retry" ? "retried" : "skipped", live, alongside);
};

/** A message that was not sent is no matter of a run: its job is taken up again, or left. */
const settleReply: Settle = async ({ database, runtime }, row, how, { alongside }) => {
  await database.writer.run(async (transaction) => {
    await settleReplyIncident(transaction, row, how, runtime.clock.now());
    await alongside?.(transaction);
  });
  runtime.pokeJobs();
};

/** Workflows that kept starting each other: no run waits, so there is nothing to try again. */
const settleRunless: Settle = async ({ database, runtime }, row, how, { alongside }) => {
  if (how === "retry")
    throw new AppError("incident.unknown", { values: { reason: "No run waits for it: it can be skipped." } });
  await database.writer.run(async (transaction) => {
    await closeIncident(transaction, row.id, "skipped", runtime.clock.now());
    await alongside?.(transaction);
  });
};

const ofKind: ReadonlyMap<string, Settle> = new Map([
  [differenceKind, settleDifference],
  [replyIncident, settleReply],
]);

/**
 * Retries or skips it; answers the event where one did it, `null` for what no run waits for.
 * @throws AppError `incident.closed`, `incident.unknown`, `rules.unsettled`; what the engine refuses.
 */
export async function settleIncident(
  parts: SettleParts,
  row: IncidentRow,
  how: Settling,
  by: SettleBy,
): Promise<CommittedEvent | null> {
  if (row.status !== "open") throw new AppError("incident.closed", { values: { id: row.id } });
  const { ticket_id: ticket, run_id: run } = row;
  const settle = ofKind.get(row.kind) ?? (run === null || ticket === null ? settleRunless : undefined);
  if (settle) {
    await settle(parts, row, how, by);
    return null;
  }
  return parts.runtime.submit({
    ...by,
    ticket,
    body: { type: `incident.${how}`, incident: row.id },
  });
}
