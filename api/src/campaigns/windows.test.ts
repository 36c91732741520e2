import type { CampaignSpec } from "@sluice/schemas";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endedAt, extendedTo, instantLike, isRunning, startedAt, windowMs } from "./windows.ts";

const hour = 3_600_000;
const eve = Date.parse("2026-11-10T20:00:00+08:00");
const now = Date.parse("2026-12-24T20:10:00+08:00");

const spec: CampaignSpec = {
  from: "2026-11-10T20:00:00+08:00",
  until: "2026-11-11T02:00:00+08:00",
  phases: [
    { id: "first", from: "2026-11-10T20:00:00+08:00", until: "2026-11-10T22:00:00+08:00" },
    { id: "second", from: "2026-11-10T22:00:00+08:00", until: "2026-11-11T01:00:00+08:00" },
  ],
};

/** Hours since `start`: the campaign's window, then each phase's. */
const hours = (of: CampaignSpec | null, start: number) =>
  of &&
  [of, ...of.phases].map((window) => {
    const { from, until } = windowMs(window);
    return [(from - start) / hour, (until - start) / hour];
  });

describe("instantLike", () => {
  it("keeps the offset, and milliseconds only where there are any", () => {
    expect(instantLike(eve, "2020-01-01T00:00:00+08:00")).toBe("2026-11-10T20:00:00+08:00");
    expect(instantLike(eve + 5, "2020-01-01T00:00Z")).toBe("2026-11-10T12:00:00.005Z");
    expect(instantLike(eve, "2020-01-01T00:00:00-03:30")).toBe("2026-11-10T08:30:00-03:30");
  });

  it("is the instant that it was given", () => {
    const offset = fc.constantFrom("Z", "+08:00", "-03:30", "+05:45", "-12:00", "+14:00");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), offset, (at, end) => {
        expect(Date.parse(instantLike(at, `2020-01-01T00:00:00${end}`))).toBe(at);
      }),
    );
  });
});

describe("startedAt", () => {
  it("shifts the window and its phases alike", () => {
    expect(hours(startedAt(spec, now), now)).toEqual([
      [0, 6],
      [0, 2],
      [2, 5],
    ]);
  });

  it("ends the last phase with a given length, longer or shorter, and drops what would begin later", () => {
    expect(hours(startedAt(spec, now, 10 * hour), now)).toEqual([
      [0, 10],
      [0, 2],
      [2, 10],
    ]);
    expect(hours(startedAt(spec, now, 3 * hour), now)).toEqual([
      [0, 3],
      [0, 2],
      [2, 3],
    ]);
    expect(hours(startedAt(spec, now, 2 * hour), now)).toEqual([
      [0, 2],
      [0, 2],
    ]);
  });

  it("has no phase left when the first begins after the length", () => {
    const [, second] = spec.phases;
    const late = { ...spec, phases: second ? [second] : [] };
    expect(startedAt(late, now, 2 * hour)).toBeNull();
    expect(hours(startedAt(late, now, 3 * hour), now)).toEqual([
      [0, 3],
      [2, 3],
    ]);
  });

  it("runs from that moment, with every phase inside the window and none empty", () => {
    const length = fc.option(fc.integer({ min: 1, max: 40 * hour }), { nil: undefined });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), length, (at, ms) => {
        const started = startedAt(spec, at, ms);
        if (!started) throw new Error("the first phase begins with the campaign");
        expect(isRunning(started, at) && !isRunning(started, at - 1)).toBe(true);
        const { until } = windowMs(started);
        for (const phase of started.phases) {
          const own = windowMs(phase);
          expect(own.from >= at && own.from < own.until && own.until <= until).toBe(true);
        }
      }),
    );
  });
});

describe("extendedTo", () => {
  it("moves the end of the campaign and of its last phase", () => {
    expect(hours(extendedTo(spec, eve + 9 * hour), eve)).toEqual([
      [0, 9],
      [0, 2],
      [2, 9],
    ]);
  });
});

describe("endedAt", () => {
  it("ends the phase in force and drops those that never began", () => {
    expect(hours(endedAt(spec, eve + hour), eve)).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(hours(endedAt(spec, eve + 3 * hour), eve)).toEqual([
      [0, 3],
      [0, 2],
      [2, 3],
    ]);
    expect(hours(endedAt(spec, eve + 5.5 * hour), eve)).toEqual([
      [0, 5.5],
      [0, 2],
      [2, 5],
    ]);
  });

  it("keeps one phase where none has begun, and a window where it ends as it begins", () => {
    const [, second] = spec.phases;
    const late = { ...spec, phases: second ? [second] : [] };
    expect(hours(endedAt(late, eve + hour), eve)).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(hours(endedAt(spec, eve), eve)).toEqual([
      [0, 1 / hour],
      [0, 1 / hour],
    ]);
  });
});
