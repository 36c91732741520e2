/** From draft to live: an immutable numbered revision, in one transaction with its audit entry. */
import type { AnyDocument } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import type { DocumentRow } from "../database/entities/documents.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import {
  findRevision,
  insertRevision,
  lastRevision,
  liveRevisions,
  saveDocument,
} from "../database/repositories/documents.ts";
import { AppError } from "../errors.ts";
import type { PublishedChange } from "../runtime-port.ts";
import { checkMeaning } from "./check.ts";
import { stableJson } from "./stable-json.ts";

export interface PublishOrder {
  readonly row: DocumentRow;
  readonly document: AnyDocument;
  readonly comment: string;
  readonly apply: "new" | "open";
  readonly actor: string;
  readonly rollbackOf: number | null;
}

export interface Published {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  /** False when the live revision already said the same. */
  readonly changed: boolean;
}

/** The documents that are live now. */
export async function liveDocuments(transaction: Transaction): Promise<AnyDocument[]> {
  return (await liveRevisions(transaction)).map((row) => JSON.parse(row.document) as AnyDocument);
}

async function liveText(transaction: Transaction, row: DocumentRow): Promise<string | null> {
  if (row.live_revision === null || row.deleted_at !== null) return null;
  const live = await findRevision(transaction, row.kind, row.key, row.live_revision);
  return live?.document ?? null;
}

/** A draft that only repeated the old live revision follows a rollback; somebody's unfinished work stays. */
function nextDraft(order: PublishOrder, before: string | null, text: string): Partial<DocumentRow> {
  const { row } = order;
  const clean = row.draft === null || row.draft === before;
  return clean && row.draft !== text ? { draft: text, draft_version: row.draft_version + 1 } : {};
}

async function publishOne(
  context: AppContext,
  transaction: Transaction,
  order: PublishOrder,
): Promise<Published> {
  const { row, document, actor, comment, apply, rollbackOf } = order;
  const { kind, key } = row;
  const text = stableJson(document);
  const before = await liveText(transaction, row);
  if (before === text) return { kind, key, revision: row.live_revision ?? 0, changed: false };
  const revision = (await lastRevision(transaction, kind, key)) + 1;
  const at = context.wall.now();
  await insertRevision(transaction, {
    kind,
    key,
    revision,
    document: text,
    comment,
    author: actor,
    published_at: context.clock.now(),
    apply,
    rollback_of: rollbackOf,
  });
  const draft = nextDraft(order, before, text);
  await saveDocument(transaction, {
    ...row,
    ...draft,
    name: document.name,
    live_revision: revision,
    deleted_at: null,
  });
  const action = rollbackOf === null ? "document.publish" : "document.rollback";
  const after = { revision, comment, apply, rollbackOf };
  await appendAudit(transaction, { at, actor, action, target: `${kind}:${key}`, after });
  return { kind, key, revision, changed: true };
}

/** Faults of any of the documents beside what will be live once all of them are; paths start at `prefix(index)`. */
export function refuseFaulty(
  context: AppContext,
  documents: readonly AnyDocument[],
  live: readonly AnyDocument[],
  code: "document.invalid" | "document.bundle",
  prefix: (index: number) => string,
): void {
  const named = new Set(documents.map(({ kind, key }) => `${kind}:${key}`));
  const beside = [...live.filter(({ kind, key }) => !named.has(`${kind}:${key}`)), ...documents];
  const errors = documents.flatMap((document, index) =>
    checkMeaning(document, beside, context.runtime.checks).map((item) => ({
      ...item,
      path: `${prefix(index)}${item.path}`,
    })),
  );
  if (errors.length > 0) throw new AppError(code, { errors });
}

/** Publishes all of the orders, checked by the caller, and tells the runtime within the transaction. */
export async function publishAll(
  context: AppContext,
  transaction: Transaction,
  orders: readonly PublishOrder[],
): Promise<{ readonly published: readonly Published[]; readonly changes: readonly PublishedChange[] }> {
  const published: Published[] = [];
  const changes: PublishedChange[] = [];
  for (const order of orders) {
    const done = await publishOne(context, transaction, order);
    published.push(done);
    const { kind, key } = order.document;
    if (done.changed)
      changes.push({ kind, key, revision: done.revision, document: order.document, apply: order.apply });
  }
  if (changes.length > 0) await context.runtime.publishing(transaction, changes);
  return { published, changes };
}
