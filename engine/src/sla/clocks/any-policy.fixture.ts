/** Random valid policies and calendars, and lookups that count the arithmetic they are asked for. */
import type { CalendarSpec, SlaReminder, SlaSpec } from "@sluice/schemas";
import fc from "fast-check";
import { checkCalendar } from "../calendar/check-calendar.ts";
import { type CompiledCalendar, compileCalendar } from "../calendar.ts";
import type { CalendarLookup } from "../policy/calendars.ts";
import { checkSla } from "../policy/check-sla.ts";

const zones = [
  "UTC",
  "Asia/Shanghai",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Apia",
];
const time = fc.integer({ min: 0, max: 95 }).map((n) => {
  const text = (value: number) => String(value).padStart(2, "0");
  return `${text(Math.floor(n / 4))}:${text((n % 4) * 15)}`;
});
const shifts = fc.array(fc.tuple(time, fc.oneof(time, fc.constant("24:00"))), { maxLength: 2 });
const monthDay = fc.constantFrom("02-29", "11-11", "12-31", "01-01", "10-01");

/** Calendars that may be published: some open a few hours a week, some one date a year. */
export const anyCalendar: fc.Arbitrary<CalendarSpec> = fc
  .record({
    timezone: fc.constantFrom(...zones),
    hours: fc.record(
      { mon: shifts, tue: shifts, thu: shifts, fri: shifts, sun: shifts },
      { requiredKeys: [] },
    ),
    include: fc.constantFrom<"cn-statutory"[]>([], ["cn-statutory"]),
    dates: fc.dictionary(
      monthDay.map((date) => `2028-${date}`),
      fc.record({ hours: shifts }),
      { maxKeys: 2 },
    ),
    annualDates: fc.dictionary(monthDay, fc.record({ hours: shifts }), { maxKeys: 2 }),
  })
  .filter((spec) => checkCalendar(spec).length === 0);

const duration = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6000 }).map((n) => `PT${n}M`) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 10 }).map((n) => `P${n}D`) },
  { weight: 1, arbitrary: fc.constantFrom("PT0.001S", "PT876600H", "P36525D", "P1W", "PT1.5H") },
);
const moment = fc.oneof(
  fc.integer({ min: -600, max: 600 }).map((n) => (n < 0 ? `-PT${-n}M` : `PT${n}M`)),
  fc.integer({ min: -3, max: 3 }).map((n) => (n < 0 ? `-P${-n}D` : `P${n}D`)),
  fc.integer({ min: 0, max: 300 }).map((n) => `${n}%`),
);
const metrics = ["firstResponse", "nextResponse", "periodicUpdate", "assignment", "resolution"] as const;
const perMetric = <T>(value: fc.Arbitrary<T>) =>
  fc.record(
    {
      firstResponse: value,
      nextResponse: value,
      periodicUpdate: value,
      assignment: value,
      resolution: value,
    },
    { requiredKeys: [] },
  );
const cells = fc
  .tuple(perMetric(duration), fc.boolean(), fc.constantFrom(undefined, "one", "two", "24x7"))
  .map(([targets, platform, calendar]) => ({
    ...targets,
    ...(platform ? { platformDue: "ticket.fields.platformDue" } : {}),
    ...(calendar === undefined ? {} : { calendar }),
  }));
const tier = fc.record(
  {
    id: fc.uuid(),
    when: fc.constant({ fact: "customer.tier", operator: "equal", value: "vip" } as const),
    targets: fc.record({ "*": cells, P0: cells, P1: cells, P2: cells }, { requiredKeys: [] }),
    scale: perMetric(fc.double({ min: 0.001, max: 1000, noNaN: true })),
  },
  { requiredKeys: ["id"] },
);
const reminders: fc.Arbitrary<SlaReminder[]> = fc.uniqueArray(
  fc.record(
    {
      id: fc.uuid(),
      metric: fc.constantFrom("*" as const, "platformDue" as const, ...metrics),
      at: moment,
      else: moment,
    },
    { requiredKeys: ["id", "metric", "at"] },
  ),
  { maxLength: 5, selector: ({ id }) => id },
);
const pausing = fc.subarray(["new", "open", "pending_customer", "on_hold"] as const).map((list) => [...list]);

/** Policies that may be published. */
export const anyPolicy: fc.Arbitrary<SlaSpec> = fc
  .record(
    {
      calendar: fc.constantFrom("one", "two"),
      tiers: fc.array(tier, { minLength: 1, maxLength: 4 }),
      reminders,
      pauseOn: perMetric(pausing),
      maxPause: duration,
      stopsOn: fc.constantFrom("human" as const, "any" as const),
    },
    { requiredKeys: ["calendar", "tiers", "reminders"] },
  )
  .filter((spec) => checkSla(spec).length === 0);

/** Finds the calendars `one` and `two`; `work.asked` counts the questions they were asked. */
export function countingCalendars(one: CalendarSpec, two: CalendarSpec) {
  const work = { asked: 0 };
  const counted = (spec: CalendarSpec): CompiledCalendar => {
    const real = compileCalendar(spec);
    const count = <A extends unknown[], R>(ask: (...input: A) => R) => {
      return (...input: A): R => {
        work.asked += 1;
        return ask(...input);
      };
    };
    return {
      ...real,
      add: count(real.add),
      subtract: count(real.subtract),
      between: count(real.between),
      addWorkingDays: count(real.addWorkingDays),
    };
  };
  const byKey = new Map([
    ["one", { compiled: counted(one), revision: 1 }],
    ["two", { compiled: counted(two), revision: 1 }],
  ]);
  const lookup: CalendarLookup = (key) => byKey.get(key);
  return { lookup, work };
}
