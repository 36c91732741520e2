/** Facts of SLA arithmetic from the published tests of other ticket systems. */
import { describe, expect, it } from "vitest";
import { compileCalendar } from "./calendar.ts";
import { type Pause, slaClock } from "./clock.ts";

type Spec = Parameters<typeof compileCalendar>[0];

interface CalendarCase {
  readonly id: string;
  readonly kind: "due" | "elapsed";
  readonly calendar: string;
  readonly input: {
    readonly start: string;
    readonly seconds?: number;
    readonly end?: string;
    readonly pauses?: readonly (readonly [string, string])[];
  };
  readonly expected: { readonly due?: string; readonly seconds?: number };
}

const name = "calendar-cases";
const { default: cases } = (await import(`./fixtures/${name}.json`)) as {
  default: { readonly calendars: Record<string, Spec>; readonly cases: readonly CalendarCase[] };
};

const calendars = new Map(Object.entries(cases.calendars).map(([key, spec]) => [key, compileCalendar(spec)]));

const calendarOf = (key: string) => {
  const calendar = calendars.get(key);
  if (!calendar) throw new Error(`the fixture has no calendar ${key}`);
  return calendar;
};

describe("calendar cases", () => {
  it.each(cases.cases.map((each) => [each.id, each] as const))(
    "%s",
    (_, { calendar: key, kind, input, expected }) => {
      const calendar = calendarOf(key);
      const start = Date.parse(input.start);
      const pauses = (input.pauses ?? []).map(([from, to]): Pause => [Date.parse(from), Date.parse(to)]);
      if (kind === "due") {
        const target = (input.seconds ?? 0) * 1000;
        const { due } = slaClock({ calendar, start, target, pauses });
        expect(new Date(due).toISOString()).toBe(new Date(expected.due ?? "").toISOString());
      } else {
        const at = Date.parse(input.end ?? "");
        const { elapsed } = slaClock({ calendar, start, target: 1, pauses, at });
        expect(elapsed).toBe((expected.seconds ?? 0) * 1000);
      }
    },
  );

  it("has them all", () => expect(cases.cases.length).toBeGreaterThan(35));
});
