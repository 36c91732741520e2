/** Publishing one document's draft, and publishing an old revision again. */
import type { AnyDocument } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import { findRevision } from "../database/repositories/documents.ts";
import { AppError } from "../errors.ts";
import { etagOf, requireDocument, requireMatch } from "./drafts.ts";
import { liveDocuments, type Published, type PublishOrder, publishAll, refuseFaulty } from "./publish.ts";
import { refuseDifferent } from "./reference-refusal.ts";
import { stableJson } from "./stable-json.ts";

export interface PublishRequest {
  readonly kind: string;
  readonly key: string;
  readonly comment: string;
  readonly apply: "new" | "open";
  readonly actor: string;
  readonly ifMatch: string | undefined;
}

/** Runs what would be published by both evaluators; answers its text, as somebody may save another meanwhile. */
async function checkBoth(
  context: AppContext,
  orderOf: (transaction: Transaction) => Promise<PublishOrder>,
): Promise<string> {
  const { reader } = context.database;
  const { document } = await orderOf(reader);
  await refuseDifferent(context, [document], await liveDocuments(reader), () => "");
  return stableJson(document);
}

async function commit(
  context: AppContext,
  orderOf: (transaction: Transaction) => Promise<PublishOrder>,
): Promise<Published> {
  const checked = await checkBoth(context, orderOf);
  const { published, changes } = await context.database.writer.run(async (transaction) => {
    const order = await orderOf(transaction);
    const live = await liveDocuments(transaction);
    refuseFaulty(context, [order.document], live, "document.invalid", () => "");
    if (stableJson(order.document) !== checked)
      throw new AppError("resource.changed", { values: { etag: etagOf(order.row) } });
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
