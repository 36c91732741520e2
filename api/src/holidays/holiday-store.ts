/**
 * Holiday data as the house keeps it: numbered snapshots of which none ever changes, and what waits to be confirmed.
 * A snapshot says from which revision of each calendar it counts, so that a clock on an older revision goes on by the
 * data that it began with.
 */
import { builtInHolidays, type PublishedDocument } from "@sluice/engine";
import type { HolidayDays } from "@sluice/schemas";
import { sha256 } from "../access/hashes.ts";
import { upsertRows } from "../database/bulk.ts";
import type { Queryable, Transaction } from "../database/database.ts";
import type { ValueRow } from "../database/entities/house.ts";

/** Where data came from: this release's library, or a file that somebody uploaded. */
export interface HolidaySource {
  readonly type: "library" | "upload";
  /** The name of the package or of the file. */
  readonly name: string;
}

/** Data that was in use, or still is. */
export interface HolidaySnapshot {
  readonly version: number;
  readonly source: HolidaySource;
  readonly days: HolidayDays;
  /** The first revision of each calendar that is read by it; calendars that are not named here, from their first on. */
  readonly from: Readonly<Record<string, number>>;
  /** Epoch ms; `null` for what a house began with. */
  readonly confirmedAt: number | null;
  readonly confirmedBy: string | null;
}

/** A file that waits for its confirmation. */
export interface HolidayUpload {
  readonly name: string;
  readonly days: HolidayDays;
  readonly by: string;
  readonly at: number;
}

const prefix = "holidays:";
const uploadKey = `${prefix}upload`;
/** The library's data that was confirmed or turned down last, as a digest. */
const settledKey = `${prefix}library`;
const snapshotKey = (version: number): string => `${prefix}v${version}`;

const librarySource: HolidaySource = { type: "library", name: "chinese-days" };

/** A short name of data; the same days have the same. */
export const digestOf = (days: HolidayDays): string =>
  sha256(JSON.stringify(Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 16);

const firstSnapshot: HolidaySnapshot = {
  ...{ version: 1, source: librarySource, days: builtInHolidays, from: {} },
  ...{ confirmedAt: null, confirmedBy: null },
};

async function readValue(db: Queryable, key: string): Promise<string | null> {
  const [row] = await db.query<ValueRow[]>(`SELECT * FROM meta WHERE "key" = ?`, [key]);
  return row?.value ?? null;
}

const writeValue = (tx: Transaction, key: string, value: string): Promise<void> =>
  upsertRows(tx, "meta", ["key", "value"], [{ key, value }], ["key"]);

/** Every snapshot, oldest first; a house that has none yet is read by what this release knows. */
export async function readSnapshots(db: Queryable): Promise<readonly HolidaySnapshot[]> {
  const rows = await db.query<ValueRow[]>(`SELECT * FROM meta WHERE "key" LIKE ?`, [`${prefix}v%`]);
  const snapshots = rows.map(({ value }) => JSON.parse(value) as HolidaySnapshot);
  return snapshots.length === 0 ? [firstSnapshot] : snapshots.sort((a, b) => a.version - b.version);
}

/** Stores what the house begins with: a later release with other data is then seen to differ. */
export async function keepFirstSnapshot(tx: Transaction): Promise<void> {
  if ((await readValue(tx, snapshotKey(1))) !== null) return;
  await writeSnapshot(tx, firstSnapshot);
  await settleLibrary(tx);
}

export const writeSnapshot = (tx: Transaction, snapshot: HolidaySnapshot): Promise<void> =>
  writeValue(tx, snapshotKey(snapshot.version), JSON.stringify(snapshot));

/** The file that waits, or `null`. */
export async function readUpload(db: Queryable): Promise<HolidayUpload | null> {
  const text = await readValue(db, uploadKey);
  return text === null ? null : (JSON.parse(text) as HolidayUpload);
}

/** Keeps a file in the place of the one before; `null` drops it. */
export async function writeUpload(tx: Transaction, upload: HolidayUpload | null): Promise<void> {
  if (upload === null) await tx.query(`DELETE FROM meta WHERE "key" = ?`, [uploadKey]);
  else await writeValue(tx, uploadKey, JSON.stringify(upload));
}

/** The library's present data has been seen to: it is offered no more. */
export const settleLibrary = (tx: Transaction): Promise<void> =>
  writeValue(tx, settledKey, digestOf(builtInHolidays));

/** What the library offers beyond what was seen to, or `null`. */
export async function libraryOffer(
  db: Queryable,
): Promise<{ readonly source: HolidaySource; readonly days: HolidayDays } | null> {
  const settled = await readValue(db, settledKey);
  if (settled === null || settled === digestOf(builtInHolidays)) return null;
  return { source: librarySource, days: builtInHolidays };
}

/** The data in use: that of the newest snapshot. */
export const inUse = (snapshots: readonly HolidaySnapshot[]): HolidaySnapshot =>
  snapshots.at(-1) ?? firstSnapshot;

/** The data by which a revision of a calendar is read; revision 0 is a draft and read by what is in use. */
export function holidaysOf(
  snapshots: readonly HolidaySnapshot[],
  { document, revision }: PublishedDocument,
): HolidayDays {
  if (revision === 0) return inUse(snapshots).days;
  const found = snapshots.findLast(({ from }) => (from[document.key] ?? 1) <= revision);
  return (found ?? snapshots[0] ?? firstSnapshot).days;
}

/** A calendar's revision with the data that counts for it; other documents as they are. */
export const withHolidays = (
  published: PublishedDocument,
  snapshots: readonly HolidaySnapshot[],
): PublishedDocument =>
  published.document.kind === "calendar"
    ? { ...published, holidays: holidaysOf(snapshots, published) }
    : published;
