import type { SlaReminder, SlaTarget } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendar24x7, compileCalendar } from "../calendar.ts";
import { slaClock } from "../clock.ts";
import { clockPreview } from "./preview.ts";

const minute = 60_000;
const hour = 60 * minute;
const open = (ms: number): SlaTarget => ({ type: "open", ms, text: "" });
const always = compileCalendar(calendar24x7);
const finance = ecommerceStarter.documents.find(({ key }) => key === "finance");
const office = compileCalendar(finance?.kind === "calendar" ? finance.spec : calendar24x7);
const reminders: SlaReminder[] = [
  { id: "red", metric: "*", at: "PT0S", card: "red" },
  { id: "yellow", metric: "*", at: "-PT30M", else: "75%", card: "yellow" },
  { id: "late", metric: "resolution", at: "PT2H" },
];
const at = (local: string) => Date.parse(`${local}+08:00`);

describe("a clock that nobody has", () => {
  it("reminds before, at and after the due, in order of time", () => {
    const preview = clockPreview({
      calendar: always,
      metric: "resolution",
      target: open(4 * hour),
      start: 0,
      reminders,
    });
    expect(preview.due).toBe(4 * hour);
    expect(preview.reminders.map(({ at, reminder }) => [reminder.id, at / minute])).toEqual([
      ["yellow", 210],
      ["red", 240],
      ["late", 360],
    ]);
  });

  it("falls back to the share where the reminder would come before the clock", () => {
    const preview = clockPreview({
      calendar: always,
      metric: "firstResponse",
      target: open(20 * minute),
      start: 0,
      reminders,
    });
    expect(preview.reminders.map(({ at, reminder }) => [reminder.id, at / minute])).toEqual([
      ["yellow", 15],
      ["red", 20],
    ]);
  });

  it("moves working days by the open time paused", () => {
    const target: SlaTarget = { type: "workingDays", days: 3, text: "P3D" };
    const start = at("2026-09-30T17:00:00");
    const plain = clockPreview({ calendar: office, metric: "resolution", target, start });
    expect(plain.due).toBe(at("2026-10-10T17:00:00"));
    expect(plain.targetMs).toBe(24 * hour);
    const pause = [at("2026-10-08T09:00:00"), at("2026-10-08T10:00:00")] as const;
    expect(clockPreview({ calendar: office, metric: "resolution", target, start, pause }).due).toBe(
      at("2026-10-10T18:00:00"),
    );
  });

  it("leaves out a pause that comes too late", () => {
    const preview = clockPreview({
      calendar: always,
      metric: "resolution",
      target: open(hour),
      start: 0,
      pause: [2 * hour, 3 * hour],
    });
    expect(preview).toMatchObject({ due: hour, pause: null });
  });
});

it("agrees with the clock that is worked out from scratch", () => {
  const start = fc.integer({ min: at("2026-01-01T00:00:00"), max: at("2026-12-01T00:00:00") });
  const length = fc.integer({ min: 1, max: 100 * hour });
  fc.assert(
    fc.property(start, length, length, length, (from, ms, after, lasting) => {
      const pause = [from + after, from + after + lasting] as const;
      const { due } = clockPreview({
        calendar: office,
        metric: "resolution",
        target: open(ms),
        start: from,
        pause,
      });
      expect(due).toBe(slaClock({ calendar: office, start: from, target: ms, pauses: [pause] }).due);
    }),
  );
});
