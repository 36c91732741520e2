import { calendar24x7, compileCalendar } from "@sluice/engine";
import type { SlaReminder } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presetInstant, presets } from "./presets.ts";
import { labelLines, momentsOf, stripOf, ticksOf } from "./strip-model.ts";

const hour = 3_600_000;
const finance = ecommerceStarter.documents.find(({ key }) => key === "finance");
const office = compileCalendar(finance?.kind === "calendar" ? finance.spec : calendar24x7);
const reminders: SlaReminder[] = [
  { id: "yellow", metric: "*", at: "-PT30M", else: "75%", card: "yellow" },
  { id: "red", metric: "*", at: "PT0S", card: "red" },
];
const at = (local: string) => Date.parse(`${local}+08:00`);
const target = (ms: number) => ({ type: "open", ms, text: "" }) as const;
const shared = { calendar: office, metric: "resolution" as const, reminders, pauseMs: 0 };

describe("the strip", () => {
  it("counts over a holiday, with the cards where they come", () => {
    const strip = stripOf({ ...shared, target: target(4 * hour), start: at("2026-09-30T17:00:00") });
    expect(strip?.due).toBe(at("2026-10-08T12:00:00"));
    expect(strip?.counted).toEqual([
      [at("2026-09-30T17:00:00"), at("2026-09-30T18:00:00")],
      [at("2026-10-08T09:00:00"), at("2026-10-08T12:00:00")],
    ]);
    expect(strip?.marks.map(({ kind, at: when }) => [kind, when])).toEqual([
      ["start", at("2026-09-30T17:00:00")],
      ["yellow", at("2026-10-08T11:30:00")],
      ["red", at("2026-10-08T12:00:00")],
      ["due", at("2026-10-08T12:00:00")],
    ]);
  });

  it("leaves the pause out of what counts, and what counts comes to the target", () => {
    const start = fc.integer({ min: at("2026-01-01T00:00:00"), max: at("2026-12-01T00:00:00") });
    const lengths = fc.tuple(fc.integer({ min: 1, max: 40 * hour }), fc.integer({ min: 0, max: 80 * hour }));
    fc.assert(
      fc.property(start, lengths, (from, [ms, pauseMs]) => {
        const strip = stripOf({ ...shared, target: target(ms), start: from, pauseMs });
        const counted = strip?.counted.reduce((sum, [begin, end]) => sum + end - begin, 0);
        expect(counted).toBe(ms);
        expect(strip?.due).toBeGreaterThanOrEqual(strip?.pause?.[1] ?? from);
      }),
    );
  });

  it("is not drawn for a due that never comes", () => {
    const closed = compileCalendar({ timezone: "UTC", hours: {} });
    expect(stripOf({ ...shared, calendar: closed, target: target(hour), start: 0 })).toBeUndefined();
  });

  it("says together what comes together, the gravest first", () => {
    const marks = [
      { id: "red", kind: "red", at: 5 },
      { id: "due", kind: "due", at: 5 },
      { id: "start", kind: "start", at: 1 },
    ] as const;
    expect(momentsOf(marks)).toEqual([
      { at: 5, kind: "due", kinds: ["due", "red"] },
      { at: 1, kind: "start", kinds: ["start"] },
    ]);
  });
});

it("ticks stand on round wall times of the zone, no more than asked for", () => {
  const ticks = ticksOf([at("2026-03-02T09:10:00"), at("2026-03-03T09:10:00")], "Asia/Shanghai", 12);
  expect(ticks.map((tick) => new Date(tick + 8 * hour).toISOString().slice(11, 16))).toEqual([
    "10:00",
    "12:00",
    "14:00",
    "16:00",
    "18:00",
    "20:00",
    "22:00",
    "00:00",
    "02:00",
    "04:00",
    "06:00",
    "08:00",
  ]);
  expect(ticksOf([0, 3e12], "UTC", 10).length).toBeLessThanOrEqual(100);
});

it("labels never cover one another", () => {
  const places = fc.array(fc.record({ x: fc.nat(500), width: fc.integer({ min: 1, max: 90 }) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(places, (labels) => {
      const lines = labelLines(labels);
      for (const [i, a] of labels.entries())
        for (const [j, b] of labels.entries())
          if (i < j && lines[i] === lines[j]) expect(b.x).toBeGreaterThanOrEqual(a.x + a.width);
    }),
  );
});

it("lets labels step down to the right, so that no mark's line crosses the label before it", () => {
  const near = [
    { x: 100, width: 80 },
    { x: 120, width: 90 },
    { x: 160, width: 60 },
    { x: 400, width: 60 },
  ];
  expect(labelLines(near)).toEqual([2, 1, 0, 0]);
});

describe("moments of creation", () => {
  const monday = at("2026-03-02T10:00:00");
  it.each([
    ["friday", "2026-03-06T17:50:00"],
    ["holiday", "2026-09-30T17:00:00"],
    ["peak", "2026-11-11T00:05:00"],
    ["midnight", "2026-03-03T02:30:00"],
  ] as const)("%s comes next at %s", (preset, local) =>
    expect(presetInstant(preset, monday, "Asia/Shanghai")).toBe(at(local)),
  );

  it("are never over: late on a Friday it is the next, late in the year next year's", () => {
    expect(presetInstant("friday", at("2026-03-06T18:00:00"), "Asia/Shanghai")).toBe(
      at("2026-03-13T17:50:00"),
    );
    for (const preset of presets) {
      const now = at("2026-12-31T23:59:00");
      expect(presetInstant(preset, now, "Asia/Shanghai")).toBeGreaterThanOrEqual(now);
    }
  });
});
