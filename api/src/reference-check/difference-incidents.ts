/**
 * Differences between the two evaluators as incidents, one open per ruleset. That one is open is what keeps the
 * ruleset on the reference: it survives a restart, and every process of a house reads the same.
 */
import type { Queryable, Transaction } from "../database/database.ts";
import type { IncidentRow } from "../database/entities/work.ts";
import { insertIncidents } from "../database/repositories/incidents.ts";
import { newId } from "../ids.ts";
import type { Difference } from "./difference.ts";
import type { Question } from "./ruleset-recipe.ts";

/** The kind of their rows, and the code. */
export const differenceKind = "reference";
const differenceCode = "rules.reference-difference";

/** What an incident keeps, so that the very question can be asked again. */
export interface DifferenceDetails extends Difference, Question {
  readonly ruleset: string;
  readonly revision: number;
}

/** Rulesets (keys) that are on the reference, each with its open incident. */
export async function openDifferences(reader: Queryable): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.query<{ id: string; node: string }[]>(
    "SELECT id, node FROM incidents WHERE status = 'open' AND kind = ? ORDER BY id",
    [differenceKind],
  );
  return new Map(rows.map(({ id, node }) => [node, id]));
}

const messageOf = ({ ruleset, revision, rule }: DifferenceDetails): string =>
  rule === null
    ? `json-rules-engine comes to another outcome by ${ruleset} r${revision}`
    : `json-rules-engine differs on rule ${rule} of ${ruleset} r${revision}`;

/** Stores the difference; answers its id, or `null` when the ruleset has an open one already. */
export async function raiseDifference(
  transaction: Transaction,
  ticket: string | null,
  details: DifferenceDetails,
  now: number,
): Promise<string | null> {
  if ((await openDifferences(transaction)).has(details.ruleset)) return null;
  const row: IncidentRow = {
    id: newId(),
    ticket_id: ticket,
    run_id: null,
    // A ruleset has no node of a run: the column names what is held up, as it does for others.
    node: details.ruleset,
    job_id: null,
    kind: differenceKind,
    code: differenceCode,
    message: messageOf(details),
    details: JSON.stringify(details),
    status: "open",
    created_at: now,
    closed_at: null,
  };
  await insertIncidents(transaction, [row]);
  return row.id;
}

/** Closes what is open for these rulesets: somebody settled it, or a new revision took its place. */
export async function closeDifferences(
  transaction: Transaction,
  rulesets: readonly string[],
  how: "retried" | "skipped",
  now: number,
): Promise<void> {
  for (const ruleset of rulesets)
    await transaction.query(
      "UPDATE incidents SET status = ?, closed_at = ? WHERE status = 'open' AND kind = ? AND node = ?",
      [how, now, differenceKind, ruleset],
    );
}
