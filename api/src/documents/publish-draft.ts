/** Publishing one document's draft, and publishing an old revision again. */
import type { AnyDocument } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import { findRevision } from "../database/repositories/documents.ts";
import { AppError } from "../errors.ts";
import { requireDocument, requireMatch } from "./drafts.ts";
import { liveDocuments, type Published, type PublishOrder, publishAll, refuseFaulty } from "./publish.ts";

export interface PublishRequest {
  readonly kind: string;
  readonly key: string;
  readonly comment: string;
  readonly apply: "new" | "open";
  readonly actor: string;
  readonly ifMatch: string | undefined;
}

async function commit(
  context: AppContext,
  orderOf: (transaction: Transaction) => Promise<PublishOrder>,
): Promise<Published> {
  const { published, changes } = await context.database.writer.run(async (transaction) => {
    const order = await orderOf(transaction);
    const live = await liveDocuments(transaction);
    refuseFaulty(context, [order.document], live, "document.invalid", () => "");
    return publishAll(context, transaction, [order]);
  });
  if (changes.length > 0) await context.runtime.onPublished(changes);
  const [only] = published;
  if (only === undefined) throw new AppError("document.no-draft");
  return only;
}

/** Makes the draft live. Unchanged content answers the live revision. Throws `document.invalid`, `resource.changed`. */
export function publishDraft(context: AppContext, request: PublishRequest): Promise<Published> {
  const { kind, key, comment, apply, actor, ifMatch } = request;
  return commit(context, async (transaction) => {
    const row = await requireDocument(transaction, kind, key);
    requireMatch(row, ifMatch);
    if (row.draft === null) throw new AppError("document.no-draft");
    const document = JSON.parse(row.draft) as AnyDocument;
    return { row, document, comment, apply, actor, rollbackOf: null };
  });
}

/** Publishes an old revision again as a new one. Throws `resource.not-found`, or `document.invalid` when it no longer fits. */
export function rollback(
  context: AppContext,
  request: PublishRequest & { readonly revision: number },
): Promise<Published> {
  const { kind, key, comment, apply, actor, ifMatch, revision } = request;
  return commit(context, async (transaction) => {
    const row = await requireDocument(transaction, kind, key);
    requireMatch(row, ifMatch);
    const old = await findRevision(transaction, kind, key, revision);
    if (old === null) throw new AppError("resource.not-found", { values: { what: `revision ${revision}` } });
    const document = JSON.parse(old.document) as AnyDocument;
    return { row, document, comment, apply, actor, rollbackOf: revision };
  });
}
