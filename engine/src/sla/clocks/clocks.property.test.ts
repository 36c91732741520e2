/** The stored clocks against the arithmetic from scratch, whatever happens to the ticket in which order. */
import type { Priority, TicketStatus } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pause, slaClock } from "../clock.ts";
import { hour, monday, officeCalendar, policyOf, situation } from "../house.fixture.ts";
import { advanceSla } from "./advance.ts";
import { startSla } from "./start.ts";
import { updateSla } from "./update.ts";
import { clockView, latestClock } from "./view.ts";

const policy = policyOf({ maxPause: "PT5000H" });
const runs = { numRuns: 150 };
const step = fc.integer({ min: 1, max: 40 * hour });
const status = fc.constantFrom<TicketStatus>("open", "pending_customer", "on_hold");
const priority = fc.constantFrom<Priority>("P1", "P2", "P3");

describe("stored clocks", () => {
  it("agree with the clock worked out from its pauses", () => {
    const steps = fc.array(fc.tuple(step, status), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(steps, fc.constantFrom<Priority>("P1", "P3"), step, (list, level, more) => {
        let now = situation({ priority: level });
        let { clocks } = startSla(policy, now, monday);
        let at = monday;
        const pauses: Pause[] = [];
        let since: number | null = null;
        for (const [ms, next] of list) {
          at += ms;
          clocks = advanceSla(policy, now, clocks, at).clocks;
          now = { ...now, status: next };
          clocks = updateSla(policy, now, clocks, at).clocks;
          if (next !== "open") since ??= at;
          else if (since !== null) {
            pauses.push([since, at]);
            since = null;
          }
        }
        if (since !== null) pauses.push([since, null]);
        at += more;
        clocks = advanceSla(policy, now, clocks, at).clocks;
        const clock = latestClock(clocks, "resolution");
        if (!clock) throw new Error("no clock");
        const target = level === "P1" ? 12 * hour : { workingDays: 2 };
        const scratch = slaClock({ calendar: officeCalendar, start: monday, target, pauses, at });
        const view = clockView(clock, policy, at);
        expect({ elapsed: view.elapsedMs, remaining: view.remainingMs, state: view.state }).toEqual({
          elapsed: scratch.elapsed,
          remaining: scratch.remaining,
          state: scratch.state,
        });
        expect(view.due).toBe(scratch.due);
      }),
      runs,
    );
  });

  it("come back to the same due when the priority goes and returns", () => {
    fc.assert(
      fc.property(priority, priority, fc.tuple(step, step), (first, other, [a, b]) => {
        const now = situation({ priority: first, firstHumanReplyAt: monday, unansweredSince: null });
        const { clocks } = startSla(policy, now, monday);
        const away = updateSla(policy, { ...now, priority: other }, clocks, monday + a).clocks;
        const back = updateSla(policy, now, away, monday + a + b).clocks;
        const [before, after] = [latestClock(clocks, "resolution"), latestClock(back, "resolution")];
        const isOver = (before?.due ?? 0) <= monday + a + b;
        expect(after?.target).toEqual(before?.target);
        if (!isOver) expect(after?.due).toBe(before?.due);
        expect(updateSla(policy, now, back, monday + a + b).clocks).toBe(back);
      }),
      runs,
    );
  });

  it("remind and breach once however time is cut up, and at the same moments", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), priority, (steps, level) => {
        const now = situation({ priority: level });
        let { clocks } = startSla(policy, now, monday);
        const whole = clocks;
        const seen: string[] = [];
        let at = monday;
        for (const ms of steps) {
          at += ms;
          const result = advanceSla(policy, now, clocks, at);
          clocks = result.clocks;
          seen.push(...result.fired.map((f) => `${f.reminder.id} ${f.clock} ${f.dueAt}`));
        }
        expect(new Set(seen).size).toBe(seen.length);
        const once = advanceSla(policy, now, whole, at);
        expect(seen).toEqual(once.fired.map((f) => `${f.reminder.id} ${f.clock} ${f.dueAt}`));
        expect(clocks).toEqual(once.clocks);
        expect(once.fired.map(({ dueAt }) => dueAt)).toEqual(
          once.fired.map(({ dueAt }) => dueAt).sort((a, b) => a - b),
        );
      }),
      runs,
    );
  });
});
