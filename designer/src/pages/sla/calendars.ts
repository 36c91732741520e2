/** The calendars of the house, compiled once, for drawings that work times out. */
import {
  type CompiledCalendar,
  calendar24x7,
  calendar24x7Key,
  compileCalendar,
  EngineError,
} from "@sluice/engine";
import type { AnyDocument, CalendarSpec } from "@sluice/schemas";
import { type Workday, workdayOf } from "../../editor/sla/readings.ts";

export interface HouseCalendar {
  readonly key: string;
  readonly name: string;
  readonly spec: CalendarSpec;
  readonly compiled: CompiledCalendar;
  readonly workday: Workday | undefined;
}

export type Calendars = ReadonlyMap<string, HouseCalendar>;

/** Prepares one; `undefined` for a zone that nobody knows. */
export function toHouseCalendar(key: string, name: string, spec: CalendarSpec): HouseCalendar | undefined {
  try {
    return { key, name, spec, compiled: compileCalendar(spec), workday: workdayOf(spec) };
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/** Those of a bundle, and the one that is always there. */
export function toCalendars(documents: readonly AnyDocument[], alwaysName: string): Calendars {
  const always = toHouseCalendar(calendar24x7Key, alwaysName, calendar24x7);
  const own = documents.flatMap((document) =>
    document.kind === "calendar" ? [toHouseCalendar(document.key, document.name, document.spec)] : [],
  );
  const known = [always, ...own].flatMap((calendar) => (calendar ? [calendar] : []));
  return new Map(known.map((calendar) => [calendar.key, calendar]));
}
