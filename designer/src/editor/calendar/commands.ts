/** Commands on a working calendar. */
import { checkCalendar } from "@sluice/engine";
import type { CalendarSpec, DayHours, SluiceDocument, SpecialDay, Weekday } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command, Refusal } from "../command.ts";

type CalendarCommand = Command<"calendar">;
type Change = (spec: Draft<CalendarSpec>) => void;

/** What a drawing may not be given; that a calendar never opens is said by the checks, not refused while drawing. */
const refused = {
  "calendar.overlap": "calendar.refusals.overlap",
  "calendar.date": "calendar.refusals.date",
  "calendar.timezone": "calendar.refusals.zone",
} as const;

const isRefused = (code: string): code is keyof typeof refused => Object.hasOwn(refused, code);

/** Refuses what would be wrong with the calendar after the change and is not wrong now. */
const checked =
  (change: Change) =>
  ({ spec }: SluiceDocument<"calendar">): Refusal | undefined => {
    const next = structuredClone(spec);
    change(next);
    const before = new Set(checkCalendar(spec).map(({ path, code }) => `${code} ${path}`));
    for (const { path, code, message } of checkCalendar(next))
      if (isRefused(code) && !before.has(`${code} ${path}`))
        return { reason: { key: refused[code] }, detail: message, path: `/spec${path}` };
    return undefined;
  };

const command = (
  label: CalendarCommand["label"],
  change: Change,
  rest: Partial<Pick<CalendarCommand, "mergeKey">> = {},
): CalendarCommand => ({
  label,
  ...rest,
  refuse: checked(change),
  apply: (draft) => change(draft.spec),
});

/** A copy of its own: what is copied may itself be a draft. */
const copyOf = (hours: DayHours): Draft<DayHours> => hours.map(([from, until]) => [from, until]);

/** The zone in which hours and dates are meant. */
export const setZone = (timezone: string): CalendarCommand =>
  command({ key: "calendar.commands.setZone" }, (spec) => {
    spec.timezone = timezone;
  });

/** The hours of a weekday; none = closed. `day` is its name for the history. */
export const setHours = (weekday: Weekday, hours: DayHours, day: string): CalendarCommand =>
  command({ key: "calendar.commands.setHours", values: { day } }, (spec) => {
    spec.hours[weekday] = copyOf(hours);
  });

/** One more stretch on a weekday, put in order. */
export const addInterval = (weekday: Weekday, interval: DayHours[number], day: string): CalendarCommand =>
  command({ key: "calendar.commands.setHours", values: { day } }, (spec) => {
    const hours = [...(spec.hours[weekday] ?? []), [...interval] as [string, string]];
    spec.hours[weekday] = hours.sort(([a], [b]) => a.localeCompare(b));
  });

/** Gives other weekdays the hours of one. */
export const copyHours = (from: Weekday, to: readonly Weekday[], day: string): CalendarCommand =>
  command({ key: "calendar.commands.copyHours", values: { day } }, (spec) => {
    const hours = spec.hours[from] ?? [];
    for (const weekday of to) spec.hours[weekday] = copyOf([...hours]);
  });

/** Whether the statutory holidays close and the make-up workdays open. */
export const setInclude = (statutory: boolean): CalendarCommand =>
  command({ key: "calendar.commands.setInclude" }, (spec) => {
    if (statutory) spec.include = ["cn-statutory"];
    else delete spec.include;
  });

/** A date that is not as usual: once, or on that day of every year. */
export interface SpecialDate {
  /** `YYYY-MM-DD`; with `everyYear` its year does not matter. */
  readonly date: string;
  readonly everyYear: boolean;
}

const drop = (spec: Draft<CalendarSpec>, date: string): void => {
  delete spec.dates?.[date];
  delete spec.annualDates?.[date.slice(5)];
  if (spec.dates && Object.keys(spec.dates).length === 0) delete spec.dates;
  if (spec.annualDates && Object.keys(spec.annualDates).length === 0) delete spec.annualDates;
};

const written = ({ name, hours }: SpecialDay): Draft<SpecialDay> =>
  name ? { name, hours: copyOf(hours) } : { hours: copyOf(hours) };

/** Sets what is special about a date; setting it for every year lifts what was set for that one, and the other way. */
export const setDay = ({ date, everyYear }: SpecialDate, day: SpecialDay): CalendarCommand =>
  command(
    { key: "calendar.commands.setDay", values: { date } },
    (spec) => {
      drop(spec, date);
      if (everyYear) spec.annualDates = { ...spec.annualDates, [date.slice(5)]: written(day) };
      else spec.dates = { ...spec.dates, [date]: written(day) };
    },
    { mergeKey: `day ${date}` },
  );

/** Makes a date as usual again. */
export const clearDay = (date: string): CalendarCommand =>
  command({ key: "calendar.commands.clearDay", values: { date } }, (spec) => drop(spec, date));
