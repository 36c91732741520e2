/** Export: a bundle whose text depends on nothing but the documents. */
import { type AnyDocument, documentKinds, isDocumentKind } from "@sluice/schemas";
import type { Queryable } from "../database/database.ts";
import { allDocuments, liveRevisions } from "../database/repositories/documents.ts";
import { identityOf } from "./check.ts";
import { stableJson } from "./stable-json.ts";

/** `current`: the live revision, or the draft of what was never published. */
export type ExportState = "current" | "live" | "draft";

const rank = (kind: string): number => (isDocumentKind(kind) ? documentKinds.indexOf(kind) : 0);

const inOrder = (a: AnyDocument, b: AnyDocument): number =>
  rank(a.kind) - rank(b.kind) || (a.key < b.key ? -1 : Number(a.key > b.key));

/** The documents in their stable order. */
async function exportDocuments(db: Queryable, state: ExportState, kind?: string): Promise<AnyDocument[]> {
  const live = new Map((await liveRevisions(db)).map((row) => [identityOf(row), row.document]));
  const rows = await allDocuments(db);
  const texts = rows
    .filter((row) => kind === undefined || row.kind === kind)
    .map((row) => {
      const published = live.get(identityOf(row)) ?? null;
      if (state === "live") return published;
      return state === "draft" ? row.draft : (published ?? row.draft);
    });
  return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as AnyDocument])).sort(inOrder);
}

/** The bundle as text: sorted keys, two spaces, a newline at the end. */
export async function exportBundle(db: Queryable, state: ExportState, kind?: string): Promise<string> {
  return `${stableJson({ documents: await exportDocuments(db, state, kind) }, 2)}\n`;
}
