/** Documents, their drafts and revisions. */
import type { Queryable, Transaction } from "../database.ts";
import type { DocumentRow, RevisionRow } from "../entities/documents.ts";
import { fromCursor } from "./page.ts";

const documents = (db: Queryable) => db.getRepository<DocumentRow>("documents");
const revisions = (db: Queryable) => db.getRepository<RevisionRow>("revisions");

export const findDocument = (db: Queryable, kind: string, key: string): Promise<DocumentRow | null> =>
  documents(db).findOneBy({ kind, key });

/** Inserts or replaces the row. */
export async function saveDocument(tx: Transaction, row: DocumentRow): Promise<void> {
  await documents(tx).upsert(row, ["kind", "key"]);
}

export interface DocumentFilter {
  readonly kind?: string;
  readonly deleted: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

/** By kind and key; one row more than `limit` when there are more. */
export function listDocuments(db: Queryable, filter: DocumentFilter): Promise<DocumentRow[]> {
  const query = documents(db).createQueryBuilder("d");
  query.where(filter.deleted ? "d.deleted_at IS NOT NULL" : "d.deleted_at IS NULL");
  if (filter.kind !== undefined) query.andWhere("d.kind = :kind", { kind: filter.kind });
  const [kind, key] = fromCursor(filter.cursor, 2) ?? [];
  if (kind !== undefined)
    query.andWhere("(d.kind > :ck OR (d.kind = :ck AND d.key > :ckey))", { ck: kind, ckey: key });
  return query
    .orderBy("d.kind")
    .addOrderBy("d.key")
    .limit(filter.limit + 1)
    .getMany();
}

/** Every document that is not deleted. */
export const allDocuments = (db: Queryable): Promise<DocumentRow[]> =>
  db.query<DocumentRow[]>(`SELECT * FROM documents WHERE deleted_at IS NULL ORDER BY kind, "key"`);

/** The live revision of every document, or of those of one kind. */
export const liveRevisions = (db: Queryable, kind?: string): Promise<RevisionRow[]> =>
  db.query<RevisionRow[]>(
    `SELECT r.* FROM documents d
     JOIN revisions r ON r.kind = d.kind AND r."key" = d."key" AND r.revision = d.live_revision
     WHERE d.deleted_at IS NULL AND (? IS NULL OR d.kind = ?) ORDER BY r.kind, r."key"`,
    [kind ?? null, kind ?? null],
  );

export const findRevision = (
  db: Queryable,
  kind: string,
  key: string,
  revision: number,
): Promise<RevisionRow | null> => revisions(db).findOneBy({ kind, key, revision });

export async function insertRevision(tx: Transaction, row: RevisionRow): Promise<void> {
  await revisions(tx).insert(row);
}

/** The highest revision number ever given to the document; 0 when it was never published. */
export async function lastRevision(db: Queryable, kind: string, key: string): Promise<number> {
  return (await revisions(db).maximum("revision", { kind, key })) ?? 0;
}

/** Newest first; one row more than `limit` when there are more. */
export function listRevisions(
  db: Queryable,
  kind: string,
  key: string,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<RevisionRow[]> {
  const [before] = fromCursor(page.cursor, 1) ?? [];
  const query = revisions(db).createQueryBuilder("r").where("r.kind = :kind AND r.key = :key", { kind, key });
  if (before !== undefined) query.andWhere("r.revision < :before", { before });
  return query
    .orderBy("r.revision", "DESC")
    .limit(page.limit + 1)
    .getMany();
}
