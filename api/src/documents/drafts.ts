/** Drafts: what is being edited, guarded by its version so that nobody overwrites somebody else's work unseen. */
import type { AnyDocument } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import type { DocumentRow } from "../database/entities/documents.ts";
import { findDocument, saveDocument } from "../database/repositories/documents.ts";
import { AppError } from "../errors.ts";
import { stableJson } from "./stable-json.ts";

/** The ETag of a document's draft. */
export const etagOf = (row: Pick<DocumentRow, "draft_version">): string => `"${row.draft_version}"`;

/** The document's row. Throws `resource.not-found`, also for a deleted one. */
export async function requireDocument(db: Transaction, kind: string, key: string): Promise<DocumentRow> {
  const row = await findDocument(db, kind, key);
  if (row === null || row.deleted_at !== null)
    throw new AppError("resource.not-found", { values: { what: `${kind} ${key}` } });
  return row;
}

const matches = (ifMatch: string, etag: string): boolean =>
  ifMatch.trim() === "*" || ifMatch.split(",").some((part) => part.trim().replace(/^W\//, "") === etag);

/** Throws `resource.changed` (412) when the draft is not the one the caller saw. */
export function requireMatch(row: DocumentRow, ifMatch: string | undefined): void {
  const etag = etagOf(row);
  if (ifMatch !== undefined && !matches(ifMatch, etag))
    throw new AppError("resource.changed", { values: { etag } });
}

const blank = (kind: string, key: string): DocumentRow => ({
  kind,
  key,
  name: "",
  draft: null,
  draft_version: 0,
  draft_by: null,
  draft_at: null,
  live_revision: null,
  deleted_at: null,
});

/** Writes the draft's text into the row; the same text changes nothing. */
export async function writeDraft(
  context: AppContext,
  transaction: Transaction,
  found: DocumentRow | null,
  document: AnyDocument,
  actor: string,
): Promise<DocumentRow> {
  const row = found ?? blank(document.kind, document.key);
  const draft = stableJson(document);
  if (row.draft === draft && row.deleted_at === null) return row;
  const next: DocumentRow = {
    ...row,
    name: document.name,
    draft,
    draft_version: row.draft_version + 1,
    draft_by: actor,
    draft_at: context.wall.now(),
    deleted_at: null,
  };
  await saveDocument(transaction, next);
  return next;
}

/** Saves a draft. An existing one needs a matching `If-Match`; a deleted document must be restored first. */
export function putDraft(
  context: AppContext,
  document: AnyDocument,
  options: { readonly ifMatch: string | undefined; readonly actor: string },
): Promise<{ readonly row: DocumentRow; readonly created: boolean }> {
  const { kind, key } = document;
  return context.database.writer.run(async (transaction) => {
    const found = await findDocument(transaction, kind, key);
    if (found?.deleted_at != null) throw new AppError("document.deleted", { values: { kind, key } });
    if (found && options.ifMatch === undefined)
      throw new AppError("resource.precondition", { values: { etag: etagOf(found) } });
    if (found) requireMatch(found, options.ifMatch);
    if (!found && options.ifMatch !== undefined)
      throw new AppError("resource.changed", { values: { etag: "none" } });
    const row = await writeDraft(context, transaction, found, document, options.actor);
    return { row, created: found === null };
  });
}
