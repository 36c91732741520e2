import { reminderAtPattern } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeIsoDuration } from "./iso-duration.ts";
import { parseReminderAt, type ReminderAt, withReminderKind, writeReminderAt } from "./reminder-at.ts";

const length = fc
  .integer({ min: 1, max: 900_000 })
  .map((seconds) => writeIsoDuration({ days: 0, ms: seconds * 1000 }));
const anyReminder: fc.Arbitrary<ReminderAt> = fc.oneof(
  fc.record({ kind: fc.constantFrom("before" as const, "after" as const), length }),
  fc.constant({ kind: "at" } as const),
  fc.record({ kind: fc.constant("share" as const), percent: fc.integer({ min: 0, max: 999 }) }),
);

describe("reminder times", () => {
  it.each([
    ["-PT30M", { kind: "before", length: "PT30M" }],
    ["PT0S", { kind: "at" }],
    ["-PT0S", { kind: "at" }],
    ["PT2H", { kind: "after", length: "PT2H" }],
    ["-P1D", { kind: "before", length: "P1D" }],
    ["75%", { kind: "share", percent: 75 }],
    ["12.5%", { kind: "share", percent: 12.5 }],
  ])("%s", (text, at) => expect(parseReminderAt(text)).toEqual(at));

  it("are written as documents take them, and read back", () => {
    fc.assert(
      fc.property(anyReminder, (at) => {
        const text = writeReminderAt(at);
        expect(text).toMatch(new RegExp(reminderAtPattern));
        expect(parseReminderAt(text)).toEqual(at);
      }),
    );
  });

  it("keep the length when the side changes", () => {
    expect(withReminderKind({ kind: "before", length: "PT5M" }, "after")).toEqual({
      kind: "after",
      length: "PT5M",
    });
    expect(withReminderKind(undefined, "before")).toEqual({ kind: "before", length: "PT30M" });
  });
});
