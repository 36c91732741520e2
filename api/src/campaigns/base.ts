/** Which text of a campaign an action starts from: what is live, or what was planned. */
import type { SluiceDocument } from "@sluice/schemas";
import type { Transaction } from "../database/database.ts";
import type { DocumentRow, RevisionRow } from "../database/entities/documents.ts";
import { findRevision, lastRevision } from "../database/repositories/documents.ts";
import { stableJson } from "../documents/stable-json.ts";
import { AppError } from "../errors.ts";

export type Campaign = SluiceDocument<"campaign">;

/** The text that an action starts from, and where it stands. */
export interface Base {
  readonly row: DocumentRow;
  readonly document: Campaign;
  readonly isLive: boolean;
}

/** What the list of revisions shows of each action; also how a revision is known that only moved the window. */
export const comments = { start: "启动 · Start", extend: "延长 · Extend", end: "结束 · End" } as const;
const isMove = ({ comment }: RevisionRow): boolean => Object.values<string>(comments).includes(comment);

async function requireRevision(transaction: Transaction, key: string, revision: number) {
  const found = await findRevision(transaction, "campaign", key, revision);
  if (found) return found;
  throw new AppError("document.no-draft");
}

/** The revision that was planned: those after it only moved its window, and cut off what was left of it. */
async function plannedText(transaction: Transaction, key: string, revision: number): Promise<string> {
  let row = await requireRevision(transaction, key, revision);
  while (isMove(row) && row.revision > 1) row = await requireRevision(transaction, key, row.revision - 1);
  return row.document;
}

const toBase = (row: DocumentRow, text: string): Base => ({
  row,
  document: JSON.parse(text) as Campaign,
  isLive: row.live_revision !== null,
});

/** The revision that is live. Throws `campaign.not-live`. */
export async function liveBase(transaction: Transaction, row: DocumentRow): Promise<Base> {
  if (row.live_revision === null) throw new AppError("campaign.not-live");
  return toBase(row, (await requireRevision(transaction, row.key, row.live_revision)).document);
}

/** What is live, as it was planned; where nothing is, the draft, unless it only repeats the last revision. */
export async function plannedBase(transaction: Transaction, row: DocumentRow): Promise<Base> {
  const { key, draft } = row;
  const last = row.live_revision ?? (await lastRevision(transaction, "campaign", key));
  if (last === 0) return toBase(row, draft ?? (await requireRevision(transaction, key, last)).document);
  const { document } = await requireRevision(transaction, key, last);
  const isNew = row.live_revision === null && draft !== null && draft !== document;
  return toBase(row, isNew ? draft : await plannedText(transaction, key, last));
}

/** A draft that was started from says afterwards what is live. */
export function rowToPublish({ row, isLive }: Base, document: Campaign): DocumentRow {
  if (isLive || row.draft === null) return row;
  return { ...row, draft: stableJson(document), draft_version: row.draft_version + 1 };
}
