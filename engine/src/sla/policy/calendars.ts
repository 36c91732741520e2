/** Finding calendars: the live revision of a key, or the revision that a clock is pinned to. */
import { EngineError } from "../../errors.ts";
import { type CompiledCalendar, calendar24x7, calendar24x7Key, compileCalendar } from "../calendar.ts";

export interface RevisedCalendar {
  readonly compiled: CompiledCalendar;
  readonly revision: number;
}

/** Without a revision, the live one; `undefined` for what is not there. */
export type CalendarLookup = (key: string, revision?: number) => RevisedCalendar | undefined;

const builtIn: RevisedCalendar = { compiled: compileCalendar(calendar24x7), revision: 0 };

/**
 * The calendar, or the live one where an old revision is gone; `24x7` is always there.
 * Throws `definition.missing`: a policy that names no calendar of the house cannot run.
 */
export function calendarOf(lookup: CalendarLookup, key: string, revision?: number): RevisedCalendar {
  const found = (revision === undefined ? undefined : lookup(key, revision)) ?? lookup(key);
  if (found) return found;
  if (key === calendar24x7Key) return builtIn;
  throw new EngineError("definition.missing", `there is no calendar ${key}`, { kind: "calendar", key });
}
