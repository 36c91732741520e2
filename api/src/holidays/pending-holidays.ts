/** Holiday data that waits to be confirmed, and by which days it differs from what is in use. */
import type { Holiday, HolidayDays } from "@sluice/schemas";
import type { Queryable } from "../database/database.ts";
import {
  digestOf,
  type HolidaySource,
  inUse,
  libraryOffer,
  readSnapshots,
  readUpload,
} from "./holiday-store.ts";

/** One date that would be another. */
export interface ChangedDay {
  readonly date: string;
  /** `null` for an ordinary date. */
  readonly from: Holiday | null;
  readonly to: Holiday | null;
}

export interface PendingHolidays {
  readonly source: HolidaySource;
  /** What would be in use: the years that the source speaks about are its own, all others stay as they are. */
  readonly days: HolidayDays;
  readonly changes: readonly ChangedDay[];
  /** Changes with what is in use and with what is offered. */
  readonly etag: string;
}

const yearOf = (date: string): string => date.slice(0, 4);

/** The offered years in the place of those in use. */
export function withYearsOf(days: HolidayDays, offered: HolidayDays): HolidayDays {
  const years = new Set(Object.keys(offered).map(yearOf));
  const kept = Object.entries(days).filter(([date]) => !years.has(yearOf(date)));
  return Object.fromEntries([...kept, ...Object.entries(offered)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sameDay = (a: Holiday | undefined, b: Holiday | undefined): boolean =>
  a?.kind === b?.kind && a?.name.zh === b?.name.zh && a?.name.en === b?.name.en;

/** Every date that differs, in order. */
export function changedDays(from: HolidayDays, to: HolidayDays): readonly ChangedDay[] {
  const dates = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return dates
    .filter((date) => !sameDay(from[date], to[date]))
    .map((date) => ({ date, from: from[date] ?? null, to: to[date] ?? null }));
}

/** What waits, or `null`. A file goes before the library's data. */
export async function readPending(db: Queryable): Promise<PendingHolidays | null> {
  const current = inUse(await readSnapshots(db));
  const upload = await readUpload(db);
  const offer = upload
    ? { source: { type: "upload" as const, name: upload.name }, days: upload.days }
    : await libraryOffer(db);
  if (offer === null) return null;
  const days = withYearsOf(current.days, offer.days);
  const changes = changedDays(current.days, days);
  if (changes.length === 0) return null;
  const etag = `"${current.version}-${digestOf(days)}"`;
  return { source: offer.source, days, changes, etag };
}
