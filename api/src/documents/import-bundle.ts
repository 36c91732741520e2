/** Import: all of a bundle or nothing; a second time it changes nothing. */
import { type AnyDocument, documentKinds, parseDocument, problem } from "@sluice/schemas";
import type { AppContext } from "../context.ts";
import type { Transaction } from "../database/database.ts";
import type { DocumentRow } from "../database/entities/documents.ts";
import { findDocument } from "../database/repositories/documents.ts";
import { AppError, type FieldError } from "../errors.ts";
import type { PublishedChange } from "../runtime-port.ts";
import { identityOf } from "./check.ts";
import { writeDraft } from "./drafts.ts";
import { liveDocuments, type Published, publishAll, refuseFaulty } from "./publish.ts";
import { refuseDifferent } from "./reference-refusal.ts";

export interface ImportOptions {
  readonly publish: boolean;
  readonly comment: string;
  readonly actor: string;
}

interface ImportedDocument {
  readonly kind: string;
  readonly key: string;
  readonly draft: "created" | "updated" | "unchanged";
  readonly published?: Published;
}

export interface ImportResult {
  readonly documents: readonly ImportedDocument[];
  readonly changes: readonly PublishedChange[];
}

/** The well-formed documents of a bundle, each once. Throws `document.bundle` naming every fault of every document. */
function parseBundle(inputs: readonly unknown[]): AnyDocument[] {
  const errors: FieldError[] = [];
  const documents = new Map<string, AnyDocument>();
  for (const [index, input] of inputs.entries()) {
    const parsed = parseDocument(input);
    const path = `/documents/${index}`;
    if (!parsed.ok) errors.push(...parsed.problems.map((item) => ({ ...item, path: `${path}${item.path}` })));
    else if (documents.has(identityOf(parsed.value)))
      errors.push(problem(path, "schema.duplicate", { name: identityOf(parsed.value) }));
    else documents.set(identityOf(parsed.value), parsed.value);
  }
  if (errors.length > 0) throw new AppError("document.bundle", { errors });
  return [...documents.values()];
}

interface Drafted {
  readonly document: AnyDocument;
  readonly row: DocumentRow;
  readonly outcome: ImportedDocument["draft"];
}

async function draftOne(
  context: AppContext,
  transaction: Transaction,
  document: AnyDocument,
  actor: string,
): Promise<Drafted> {
  const found = await findDocument(transaction, document.kind, document.key);
  const row = await writeDraft(context, transaction, found, document, actor);
  const outcome = found === null ? "created" : row === found ? "unchanged" : "updated";
  return { document, row, outcome };
}

async function publishDrafted(
  context: AppContext,
  transaction: Transaction,
  drafted: readonly Drafted[],
  options: ImportOptions,
) {
  const documents = drafted.map(({ document }) => document);
  const live = await liveDocuments(transaction);
  refuseFaulty(context, documents, live, "document.bundle", (index) => `/documents/${index}`);
  const { comment, actor } = options;
  // Referred-to kinds first, so that revisions read in the order in which they make sense.
  const rank = (item: Drafted) => documentKinds.indexOf(item.document.kind);
  const orders = [...drafted]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ row, document }) => ({ row, document, comment, actor, apply: "new" as const, rollbackOf: null }));
  return publishAll(context, transaction, orders);
}

/** Stores every document as a draft, and publishes them if asked. Throws `document.bundle`, `rules.reference-difference`; nothing is kept then. */
export async function importBundle(
  context: AppContext,
  inputs: readonly unknown[],
  options: ImportOptions,
): Promise<ImportResult> {
  const documents = parseBundle(inputs);
  const { reader } = context.database;
  if (options.publish)
    await refuseDifferent(context, documents, await liveDocuments(reader), (index) => `/documents/${index}`);
  const result = await context.database.writer.run(async (transaction) => {
    const drafted: Drafted[] = [];
    for (const document of documents)
      drafted.push(await draftOne(context, transaction, document, options.actor));
    if (!options.publish) return { documents: drafted.map((item) => toImported(item)), changes: [] };
    const { published, changes } = await publishDrafted(context, transaction, drafted, options);
    const byId = new Map(published.map((item) => [identityOf(item), item]));
    return {
      documents: drafted.map((item) => toImported(item, byId.get(identityOf(item.document)))),
      changes,
    };
  });
  if (result.changes.length > 0) await context.runtime.onPublished(result.changes);
  return result;
}

const toImported = ({ document, outcome }: Drafted, published?: Published): ImportedDocument => ({
  kind: document.kind,
  key: document.key,
  draft: outcome,
  ...(published ? { published } : {}),
});
