import { describe, expect, it } from "vitest";
import { slaClock } from "./clock.ts";
import { officeCalendar as calendar, hour, local, minute, monday } from "./house.fixture.ts";

describe("slaClock", () => {
  it("gives due, elapsed, remaining, state and the open time that counts", () => {
    const clock = slaClock({ calendar, start: local("09T17:00"), target: 2 * hour, at: local("09T17:30") });
    expect(clock).toEqual({
      due: local("10T10:00"),
      elapsed: 30 * minute,
      remaining: 90 * minute,
      state: "running",
      segments: [
        [local("09T17:00"), local("09T18:00")],
        [local("10T09:00"), local("10T10:00")],
      ],
    });
  });

  it("is breached from the due instant on, with what is over as negative", () => {
    expect(slaClock({ calendar, start: monday, target: hour, at: monday + hour }).state).toBe("breached");
    expect(slaClock({ calendar, start: monday, target: hour, at: monday + hour - 1 }).state).toBe("running");
    expect(slaClock({ calendar, start: monday, target: hour, at: monday + 3 * hour }).remaining).toBe(
      -2 * hour,
    );
  });

  it("takes overlapping, unsorted and weekend pauses once", () => {
    const pauses = [
      [local("13T17:00"), local("16T09:30")],
      [local("13T16:00"), local("13T17:30")],
      [local("14T00:00"), local("15T00:00")],
    ] as const;
    const clock = slaClock({ calendar, start: local("13T15:00"), target: 2 * hour, pauses });
    expect(clock.due).toBe(local("16T10:30"));
    expect(clock.segments).toEqual([
      [local("13T15:00"), local("13T16:00")],
      [local("16T09:30"), local("16T10:30")],
    ]);
  });

  it("with an open pause is due as of the question", () => {
    const input = { calendar, start: monday, target: hour, pauses: [[monday + 30 * minute, null]] as const };
    expect(slaClock({ ...input, at: monday + 2 * hour })).toMatchObject({
      due: monday + 2.5 * hour,
      state: "paused",
      elapsed: 30 * minute,
    });
    expect(slaClock({ ...input, at: monday + 3 * hour }).due).toBe(monday + 3.5 * hour);
    expect(slaClock({ ...input, at: monday + 10 * minute }).state).toBe("running");
  });

  it("extends working days by the open time paused", () => {
    const input = { calendar, start: monday, target: { workingDays: 2 } };
    expect(slaClock(input).due).toBe(local("11T10:00"));
    // From 17:00 to 10:00 the next day two open hours pass.
    expect(slaClock({ ...input, pauses: [[local("09T17:00"), local("10T10:00")]] }).due).toBe(
      local("11T12:00"),
    );
    expect(slaClock({ ...input, pauses: [[local("09T19:00"), local("10T08:00")]] }).due).toBe(
      local("11T10:00"),
    );
    expect(slaClock({ ...input, pauses: [[local("12T09:00"), local("12T10:00")]] }).due).toBe(
      local("11T10:00"),
    );
  });

  it("ignores what pauses before the start and pauses that end before they begin", () => {
    const pauses = [
      [monday - hour, monday],
      [monday + 20 * minute, monday + 10 * minute],
    ] as const;
    expect(slaClock({ calendar, start: monday, target: hour, pauses }).due).toBe(monday + hour);
  });

  it("names the first thousand open intervals of a target that has more", () => {
    const { segments, due } = slaClock({ calendar, start: monday, target: 10_000 * 9 * hour });
    expect(segments).toHaveLength(1_000);
    expect(due).toBeGreaterThan(monday + 10_000 * 24 * hour);
  });
});
