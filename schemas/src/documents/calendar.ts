/** calendar: working hours in a zone; `dates` > `annualDates` > `include` > `hours`. */
import { type Static, Type } from "typebox";
import { LocalDatePattern, LocalTime, MonthDayPattern, strict } from "../primitives.ts";

/** Intervals `[open, close]` of one day, one per half hour at most; a close not after its open ends on the next day. */
export const DayHours = Type.Array(Type.Tuple([LocalTime, LocalTime]), { maxItems: 48 });
export type DayHours = Static<typeof DayHours>;

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

export const SpecialDay = Type.Object(
  { name: Type.Optional(Type.String({ default: "" })), hours: DayHours },
  strict,
);
export type SpecialDay = Static<typeof SpecialDay>;

export const CalendarSpec = Type.Object(
  {
    timezone: Type.String({ minLength: 1, "x-widget": "timezone" }),
    hours: Type.Object(
      {
        mon: Type.Optional(DayHours),
        tue: Type.Optional(DayHours),
        wed: Type.Optional(DayHours),
        thu: Type.Optional(DayHours),
        fri: Type.Optional(DayHours),
        sat: Type.Optional(DayHours),
        sun: Type.Optional(DayHours),
      },
      strict,
    ),
    include: Type.Optional(Type.Array(Type.Literal("cn-statutory"), { default: [] })),
    dates: Type.Optional(
      Type.Record(Type.String({ pattern: LocalDatePattern }), SpecialDay, { ...strict, default: {} }),
    ),
    annualDates: Type.Optional(
      Type.Record(Type.String({ pattern: MonthDayPattern }), SpecialDay, { ...strict, default: {} }),
    ),
  },
  strict,
);
export type CalendarSpec = Static<typeof CalendarSpec>;
