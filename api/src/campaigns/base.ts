/** Which text of a campaign an action starts from: what is live, or what was planned. */
import type { SluiceDocument } from "@sluice/schemas";
import type { Queryable } from "../database/database.ts";
import type { DocumentRow } from "../database/entities/documents.ts";
import type { AuditRow } from "../database/entities/house.ts";
import { findRevision, lastRevision } from "../database/repositories/documents.ts";
import { stableJson } from "../documents/stable-json.ts";
import { AppError } from "../errors.ts";
import { withWindows } from "./windows.ts";

export type Campaign = SluiceDocument<"campaign">;

/** The text that an action starts from, and where it stands. */
export interface Base {
  readonly row: DocumentRow;
  readonly document: Campaign;
  /** The text that is live; `null` where nothing is. */
  readonly live: string | null;
  /** No revision says this yet: it is recorded as it was drawn before its window is moved. */
  readonly isNew: boolean;
}

/** What the list of revisions shows of each action. */
export const comments = { start: "启动 · Start", extend: "延长 · Extend", end: "结束 · End" } as const;
/** What it shows of a draft that was started without having been published. */
export const plannedComment = "计划 · Planned";

/** The revisions that only moved the window. The audit knows them: a comment may say what somebody typed. */
async function movedRevisions(db: Queryable, key: string): Promise<ReadonlySet<number>> {
  const target = `campaign:${key}`.slice(0, 191);
  const actions = new Set(Object.keys(comments).map((name) => `campaign.${name}`));
  const entries = await db.getRepository<AuditRow>("audit").findBy({ target });
  return new Set(
    entries
      .filter(({ action }) => actions.has(action))
      .map(({ after }) => (JSON.parse(after ?? "{}") as { revision?: number }).revision ?? 0),
  );
}

async function requireRevision(db: Queryable, key: string, revision: number) {
  const found = await findRevision(db, "campaign", key, revision);
  if (found) return found;
  throw new AppError("document.no-draft");
}

/** The revision that was planned: those after it only moved its window, and cut off what was left of it. */
async function plannedText(db: Queryable, key: string, revision: number): Promise<string> {
  const moved = await movedRevisions(db, key);
  let planned = revision;
  while (moved.has(planned) && planned > 1) planned -= 1;
  return (await requireRevision(db, key, planned)).document;
}

const toBase = (row: DocumentRow, text: string, live: string | null, isNew = false): Base => ({
  row,
  document: JSON.parse(text) as Campaign,
  live,
  isNew,
});

/** The revision that is live. Throws `campaign.not-live`. */
export async function liveBase(db: Queryable, row: DocumentRow): Promise<Base> {
  if (row.live_revision === null) throw new AppError("campaign.not-live");
  const { document } = await requireRevision(db, row.key, row.live_revision);
  return toBase(row, document, document);
}

/** What is live, as it was planned; where nothing is, the draft, unless it only repeats the last revision. */
export async function plannedBase(db: Queryable, row: DocumentRow): Promise<Base> {
  const { key, draft, live_revision } = row;
  const last = live_revision ?? (await lastRevision(db, "campaign", key));
  if (last === 0 && draft !== null) return toBase(row, draft, null, true);
  const { document } = await requireRevision(db, key, last);
  if (live_revision !== null) return toBase(row, await plannedText(db, key, last), document);
  if (draft !== null && draft !== document) return toBase(row, draft, null, true);
  return toBase(row, await plannedText(db, key, last), null);
}

/**
 * The row with a draft that says when the campaign is now. A draft that was started from says afterwards what is live;
 * unfinished work keeps its content and takes the windows, so that publishing it does not undo the action.
 */
export function rowToPublish(
  { row, live }: Base,
  document: Campaign,
  by: { readonly actor: string; readonly at: number },
): DocumentRow {
  // A draft that only repeats what is live follows by itself when the revision is published.
  if (row.draft === null || row.draft === live) return row;
  const drawn = JSON.parse(row.draft) as Campaign;
  const next = live === null ? document : { ...drawn, spec: withWindows(drawn.spec, document.spec) };
  const draft = stableJson(next);
  if (draft === row.draft) return row;
  return { ...row, draft, draft_version: row.draft_version + 1, draft_by: by.actor, draft_at: by.at };
}
