import { parseDocument, type SluiceDocument, type Weekday, weekdays } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command } from "../command.ts";
import { createEditSession } from "../edit-session.ts";
import { addInterval, clearDay, copyHours, setDay, setHours, setInclude, setZone } from "./commands.ts";

type Calendar = SluiceDocument<"calendar">;

const finance = ecommerceStarter.documents.find(
  (document): document is Calendar => document.kind === "calendar" && document.key === "finance",
);
if (!finance) throw new Error("the starter pack has no calendar finance");

const after = (...commands: readonly Command<"calendar">[]) => {
  const session = createEditSession(finance);
  const outcomes = commands.map((command) => session.execute(command));
  return { spec: session.getState().document.spec, outcomes };
};
const once = { date: "2026-11-11", everyYear: false };

describe("a calendar", () => {
  it("takes hours, copies them and puts stretches in order", () => {
    const { spec } = after(
      setHours("sat", [["10:00", "12:00"]], "sat"),
      addInterval("sat", ["08:00", "09:00"], "sat"),
      copyHours("sat", ["sun"], "sat"),
    );
    expect(spec.hours.sun).toEqual([
      ["08:00", "09:00"],
      ["10:00", "12:00"],
    ]);
    expect(spec.hours.sun).not.toBe(spec.hours.sat);
  });

  it("refuses stretches that overlap, also over midnight into the next day, and zones and dates that do not exist", () => {
    const night = setHours("mon", [["22:00", "10:00"]], "mon");
    const refused = [
      addInterval("mon", ["10:00", "11:00"], "mon"),
      night,
      setZone("Asia/Nowhere"),
      setDay({ date: "2026-02-30", everyYear: false }, { hours: [] }),
    ];
    expect(refused.map((command) => after(command).outcomes[0]?.done)).toEqual([false, false, false, false]);
  });

  it("sets a date once or for every year, never both, and leaves no trace when it is cleared", () => {
    const day = { name: "双11", hours: [["00:00", "24:00"]] as [string, string][] };
    expect(after(setDay(once, day)).spec.dates).toEqual({ "2026-11-11": day });
    const annual = after(setDay(once, day), setDay({ ...once, everyYear: true }, day)).spec;
    expect(annual.annualDates).toEqual({ "11-11": day });
    expect(annual).not.toHaveProperty("dates");
    expect(after(setDay(once, day), clearDay("2026-11-11")).spec).toEqual(finance.spec);
  });

  it("leaves the statutory holidays out and takes them in again", () => {
    expect(after(setInclude(false)).spec).not.toHaveProperty("include");
    expect(after(setInclude(false), setInclude(true)).spec).toEqual(finance.spec);
  });
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "30"))
  .map(([hours, minutes]) => `${String(hours).padStart(2, "0")}:${minutes}`);
const hours = fc.array(fc.tuple(time, time), { maxLength: 2 });
const weekday = fc.constantFrom(...weekdays);
const date = fc
  .tuple(fc.constantFrom("2026", "2027"), fc.constantFrom("01-01", "02-29", "10-01"))
  .map(([year, day]) => `${year}-${day}`);
const command: fc.Arbitrary<Command<"calendar">> = fc.oneof(
  fc.tuple(weekday, hours).map(([day, next]) => setHours(day, next, day)),
  fc.tuple(weekday, fc.tuple(time, time)).map(([day, next]) => addInterval(day, next, day)),
  fc.tuple(weekday, fc.array(weekday)).map(([day, to]: [Weekday, Weekday[]]) => copyHours(day, to, day)),
  fc.boolean().map(setInclude),
  fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "Mars/Base").map(setZone),
  fc
    .tuple(date, fc.boolean(), hours)
    .map(([on, everyYear, next]) => setDay({ date: on, everyYear }, { name: "x", hours: next })),
  date.map(clearDay),
);

it("is the same again after 1,000 commands and as many steps back", () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 1000, maxLength: 1000 }), (commands) => {
      const stretches: { session: ReturnType<typeof createEditSession<"calendar">>; start: Calendar }[] = [];
      let current: Calendar = finance;
      for (let at = 0; at < commands.length; at += 100) {
        const session = createEditSession(current);
        for (const each of commands.slice(at, at + 100)) {
          session.execute(each);
          session.seal();
        }
        stretches.push({ session, start: current });
        current = session.getState().document;
        expect(parseDocument(current).ok).toBe(true);
      }
      for (const { session, start } of stretches.reverse()) {
        for (let step = 0; step < 100; step += 1) session.undo();
        expect(session.getState().document).toEqual(start);
        current = session.getState().document;
      }
      expect(current).toEqual(finance);
    }),
    { numRuns: 3 },
  );
});
