/** Deleting a document that nothing needs, and bringing it back. */
import { type AnyDocument, isDocumentKind } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import {
  allDocuments,
  findDocument,
  findRevision,
  saveDocument,
} from "../database/repositories/documents.ts";
import { AppError, type FieldError } from "../errors.ts";
import type { PublishedChange } from "../runtime-port.ts";
import { identityOf } from "./check.ts";
import { requireDocument } from "./drafts.ts";
import { liveDocuments } from "./publish.ts";
import { referencesOf } from "./references.ts";

/** Live revisions and drafts alike: a draft that loses what it names could not be published any more. */
async function referrers(transaction: Transaction, target: string): Promise<FieldError[]> {
  const drafts = (await allDocuments(transaction)).flatMap((row) =>
    row.draft === null ? [] : [JSON.parse(row.draft) as AnyDocument],
  );
  const found = [...(await liveDocuments(transaction)), ...drafts].flatMap((document) => {
    const from = identityOf(document);
    const places =
      from === target ? [] : referencesOf(document).filter((item) => identityOf(item) === target);
    return places.map(({ path }) => ({ path, code: "resource.in-use", message: `${from} refers to it` }));
  });
  return [...new Map(found.map((item) => [`${item.message} ${item.path}`, item])).values()];
}

const gone = (kind: string, key: string): PublishedChange[] =>
  isDocumentKind(kind) ? [{ kind, key, revision: null, document: null, apply: "new" }] : [];

/** Deletes it; its revisions stay. Throws `resource.in-use` naming every place that refers to it. */
export async function removeDocument(
  context: AppContext,
  kind: string,
  key: string,
  actor: string,
): Promise<void> {
  const target = `${kind}:${key}`;
  const changes = gone(kind, key);
  await context.database.writer.run(async (transaction) => {
    const row = await requireDocument(transaction, kind, key);
    const errors = await referrers(transaction, target);
    if (errors.length > 0) throw new AppError("resource.in-use", { errors });
    const at = context.wall.now();
    await saveDocument(transaction, { ...row, deleted_at: at });
    await appendAudit(transaction, { at, actor, action: "document.delete", target });
    await context.runtime.publishing(transaction, changes);
  });
  await context.runtime.onPublished(changes);
}

/** Brings a deleted document back as it was, live again if it was live. One that is not deleted stays as it is. */
export async function restoreDocument(
  context: AppContext,
  kind: string,
  key: string,
  actor: string,
): Promise<void> {
  const changes = await context.database.writer.run(async (transaction) => {
    const row = await findDocument(transaction, kind, key);
    if (row === null) throw new AppError("resource.not-found", { values: { what: `${kind} ${key}` } });
    if (row.deleted_at === null) return [];
    await saveDocument(transaction, { ...row, deleted_at: null });
    const at = context.wall.now();
    await appendAudit(transaction, { at, actor, action: "document.restore", target: `${kind}:${key}` });
    return reappeared(context, transaction, kind, key, row.live_revision);
  });
  if (changes.length > 0) await context.runtime.onPublished(changes);
}

async function reappeared(
  context: AppContext,
  transaction: Transaction,
  kind: string,
  key: string,
  revision: number | null,
): Promise<PublishedChange[]> {
  const live = revision === null ? null : await findRevision(transaction, kind, key, revision);
  if (live === null || !isDocumentKind(kind)) return [];
  const document = JSON.parse(live.document) as AnyDocument;
  const changes: PublishedChange[] = [{ kind, key, revision, document, apply: "new" }];
  await context.runtime.publishing(transaction, changes);
  return changes;
}
