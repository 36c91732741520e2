import { describe, expect, it } from "vitest";
import { cronFault, fireSchedule, type Misfire, nextDue } from "./schedule.ts";

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;
const spec = (misfire: Misfire, cron = "0 9 * * *") => ({ cron, timezone: "Asia/Shanghai", misfire });

describe("a cron expression", () => {
  it("is five fields that are due at some time", () => {
    expect(cronFault("0 9 * * 1-5", "Asia/Shanghai")).toBeNull();
    for (const wrong of ["", "nonsense", "61 * * * *", "0 9 * *", "* * * * * *", "0 0 31 2 *"])
      expect(cronFault(wrong)).not.toBeNull();
    expect(cronFault("0 9 * * *", "Mars/Base")).not.toBeNull();
  });

  it("is read in its zone", () => {
    expect(nextDue("0 9 * * *", "Asia/Shanghai", at("2026-03-02T00:59:59Z"))).toBe(
      at("2026-03-02T01:00:00Z"),
    );
    expect(nextDue("0 9 * * 1-5", "Asia/Shanghai", at("2026-03-06T01:00:00Z"))).toBe(
      at("2026-03-09T01:00:00Z"),
    );
    expect(nextDue("0 0 29 2 *", "UTC", at("2026-03-01T00:00:00Z"))).toBe(at("2028-02-29T00:00:00Z"));
  });

  // Clocks in Berlin go from 2:00 to 3:00 on 29 March 2026 and from 3:00 back to 2:00 on 25 October 2026.
  it("is due once on each day on which clocks change", () => {
    const dues = (from: string) => {
      const first = nextDue("30 2 * * *", "Europe/Berlin", at(from)) ?? 0;
      return [first, nextDue("30 2 * * *", "Europe/Berlin", first) ?? 0].map((due) =>
        new Date(due).toISOString(),
      );
    };
    expect(dues("2026-03-28T12:00:00Z")).toEqual(["2026-03-29T01:00:00.000Z", "2026-03-30T00:30:00.000Z"]);
    expect(dues("2026-10-24T12:00:00Z")).toEqual(["2026-10-25T00:30:00.000Z", "2026-10-26T01:30:00.000Z"]);
  });
});

describe("a schedule that fires", () => {
  const due = at("2026-03-02T01:00:00Z");
  const day = 24 * hour;
  const fired = (misfire: Misfire, now: number) => fireSchedule(spec(misfire), "UTC", due, now);

  it("runs what is just due under every policy", () => {
    for (const misfire of ["skip", "once", "all"] as const)
      expect(fired(misfire, due + 2_000)).toEqual({ run: [due], next: due + day });
  });

  it("leaves out, makes up once or makes up each of what was missed", () => {
    const now = due + 2 * day + hour;
    const next = due + 3 * day;
    expect(fired("skip", now)).toEqual({ run: [], next });
    expect(fired("once", now)).toEqual({ run: [due + 2 * day], next });
    expect(fired("all", now)).toEqual({ run: [due, due + day, due + 2 * day], next });
    expect(fired("skip", due + 2 * day)).toEqual({ run: [due + 2 * day], next });
  });

  it("makes up no more than a hundred, however long it stood still", () => {
    const minutely = { ...spec("all"), cron: "* * * * *" };
    const now = due + 365 * day;
    const { run, next } = fireSchedule(minutely, "UTC", due, now);
    expect([run.length, run[0], run.at(-1), next]).toEqual([100, now - 99 * 60_000, now, now + 60_000]);
  });

  it("is read in the workspace's zone unless it has its own", () => {
    const local = fireSchedule({ ...spec("once"), timezone: null }, "UTC", due, due + day);
    expect(local.next).toBe(at("2026-03-03T09:00:00Z"));
  });
});

it.each(["2026-01-01T00:00:00", "", " ", "* * * * * *"])(
  "takes no schedule of other than five fields: %j",
  (cron) => {
    expect(cronFault(cron)).not.toBeNull();
  },
);
