/** The house's documents as they were live at an instant, and the older revisions that events of then had named. */
import type { PublishedDocument } from "@sluice/engine";
import type { RevisionRef } from "@sluice/schemas";
import type { Queryable } from "../database/database.ts";
import { type HolidaySnapshot, withHolidays } from "../holidays/holiday-store.ts";

interface Row {
  readonly kind: string;
  readonly key: string;
  readonly revision: number;
  readonly document: string;
}

const published = (row: Row, snapshots: readonly HolidaySnapshot[]): PublishedDocument =>
  withHolidays({ document: JSON.parse(row.document), revision: Number(row.revision) }, snapshots);

/**
 * The newest revision of each document by `at`, epoch ms; what had been deleted by then is among them. Of what was
 * published only later the first revision: it changes nothing unless it is named, and a clock may have been set back.
 * Workflows and campaigns act without being named, so of these only what was there.
 */
export async function liveThen(
  reader: Queryable,
  at: number,
  snapshots: readonly HolidaySnapshot[],
): Promise<readonly PublishedDocument[]> {
  const rows = await reader.query<Row[]>(
    `SELECT r.kind, r."key", r.revision, r.document FROM revisions r
     JOIN (SELECT kind, "key", COALESCE(MAX(CASE WHEN published_at <= ? THEN revision END),
             CASE WHEN kind IN ('workflow', 'campaign') THEN NULL ELSE MIN(revision) END) AS revision
           FROM revisions GROUP BY kind, "key") l
     ON l.kind = r.kind AND l."key" = r."key" AND l.revision = r.revision ORDER BY r.kind, r."key"`,
    [at],
  );
  return rows.map((row) => published(row, snapshots));
}

/** One revision; `null` when there is none. */
export async function readRevision(
  reader: Queryable,
  { kind, key, revision }: RevisionRef,
  snapshots: readonly HolidaySnapshot[],
): Promise<PublishedDocument | null> {
  const [row] = await reader.query<Row[]>(
    `SELECT kind, "key", revision, document FROM revisions WHERE kind = ? AND "key" = ? AND revision = ?`,
    [kind, key, revision],
  );
  return row ? published(row, snapshots) : null;
}
