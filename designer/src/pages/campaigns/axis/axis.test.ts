import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Axis,
  barOf,
  instantAt,
  listSpan,
  midnightsOf,
  placeOf,
  snapped,
  snapStep,
  ticksOf,
} from "./axis.ts";

const zone = "Asia/Shanghai";
const at = (text: string) => Date.parse(`${text}+08:00`);
const hour = 3_600_000;
const eve: Axis = { from: at("2026-11-10T20:00"), until: at("2026-11-12T00:00"), width: 840, zone };

const local = (instant: number) => new Date(instant + 8 * hour).toISOString().slice(0, 16);

describe("a time axis", () => {
  it("maps instants to places and back", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (x) => {
        expect(placeOf(eve, instantAt(eve, x))).toBeCloseTo(x, 4);
      }),
    );
  });

  it("cuts bars to itself", () => {
    expect(barOf(eve, { from: at("2026-11-01T00:00"), until: at("2026-11-11T10:00") })).toEqual({
      left: 0,
      width: 50,
    });
    expect(barOf(eve, { from: at("2026-11-12T00:00"), until: at("2026-11-13T00:00") })).toBeUndefined();
  });

  it("draws hours of the zone, midnight as a major line", () => {
    const ticks = ticksOf(eve);
    expect(ticks[0]).toMatchObject({ at: eve.from, step: "hour" });
    expect(ticks.filter(({ major }) => major).map((tick) => local(tick.at))).toEqual([
      "2026-11-11T00:00",
      "2026-11-12T00:00",
    ]);
    expect(midnightsOf(eve).map(local)).toEqual(["2026-11-11T00:00", "2026-11-12T00:00"]);
  });

  it("draws days and months where hours would stand too close", () => {
    const year: Axis = { ...eve, until: at("2027-11-10T20:00") };
    expect(ticksOf(year).map(({ at: instant }) => local(instant).slice(8))).toEqual(
      expect.arrayContaining(["01T00:00"]),
    );
    expect(ticksOf(year)).toHaveLength(12);
    expect(midnightsOf(year)).toEqual([]);
  });

  it("keeps its lines readably apart, whatever it shows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }),
        fc.integer({ min: hour, max: 700 * 24 * hour }),
        fc.integer({ min: 300, max: 2_000 }),
        fc.constantFrom("Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"),
        (from, length, width, name) => {
          const axis: Axis = { from, until: from + length, width, zone: name };
          const places = ticksOf(axis).map((tick) => placeOf(axis, tick.at));
          const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
          // Where clocks go back or months are short, a line stands a little closer.
          expect(Math.min(Number.POSITIVE_INFINITY, ...gaps)).toBeGreaterThan(25);
          for (const place of places) expect(place).toBeGreaterThanOrEqual(-1e-6);
        },
      ),
    );
  });

  it("snaps to what can be told apart, on the zone's own clock", () => {
    expect(snapStep({ ...eve, until: eve.from + 10 * hour })).toBe(5 * 60_000);
    expect(snapStep(eve)).toBe(5 * 60_000);
    expect(snapStep({ ...eve, until: eve.from + 30 * 24 * hour })).toBe(hour);
    expect(local(snapped(at("2026-11-11T00:03"), 5 * 60_000, zone))).toBe("2026-11-11T00:05");
    // Half past in Kathmandu's quarter-hour zone is half past there.
    expect(snapped(Date.parse("2026-01-01T00:31:00+05:45"), hour, "Asia/Kathmandu")).toBe(
      Date.parse("2026-01-01T01:00:00+05:45"),
    );
  });
});

describe("the axis of the list", () => {
  const now = at("2026-11-01T12:00");

  it("holds now and what is to come, and leaves out what is over", () => {
    const over = { from: at("2025-01-01T20:00"), until: at("2025-01-02T00:00") };
    const sale = { from: at("2026-11-10T20:00"), until: at("2026-11-26T00:00") };
    const span = listSpan([over, sale], now, zone);
    expect(span.from).toBeGreaterThan(over.until);
    expect(span.from).toBeLessThan(now);
    expect(span.until).toBeGreaterThan(sale.until);
  });

  it("is two weeks long where nothing is to come", () => {
    const { from, until } = listSpan([], now, zone);
    expect(until - from).toBeGreaterThanOrEqual(14 * 24 * hour);
  });
});
