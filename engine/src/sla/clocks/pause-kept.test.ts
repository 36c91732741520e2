/**
 * A pause outlives whatever moves its clock. 12 hours from Monday 10:00; one hour is used when the customer owes an
 * answer at 11:00; something moves the clock at 13:00; the answer comes at 15:00.
 */
import { describe, expect, it } from "vitest";
import type { ClockState } from "../../state/ticket-state.ts";
import { compileCalendar } from "../calendar.ts";
import { calendars, fromPhase, hour, local, monday, policyOf, situation } from "../house.fixture.ts";
import type { CalendarLookup } from "../policy/calendars.ts";
import type { CompiledSla } from "../policy/policy.ts";
import type { SlaSituation } from "../situation.ts";
import { campaignEdgeSla } from "./campaign-edge.ts";
import { live } from "./clock-life.fixture.ts";
import { startSla } from "./start.ts";
import { updateSla } from "./update.ts";
import { clockView, latestClock } from "./view.ts";

const policy = policyOf();
const waiting = situation({
  priority: "P1",
  status: "pending_customer",
  firstHumanReplyAt: monday,
  unansweredSince: null,
});
const vip = { facts: { "customer.tier": "vip" } };
type Moved = {
  readonly clocks: readonly ClockState[];
  readonly by?: CompiledSla;
  readonly then?: Partial<SlaSituation>;
};

const closedTuesday = compileCalendar({
  timezone: "Asia/Shanghai",
  hours: { mon: [["09:00", "18:00"]], tue: [["09:00", "18:00"]], wed: [["09:00", "18:00"]] },
  dates: { "2026-11-10": { hours: [] } },
});
/** Revision 3 is what clocks began on; 4 is live and closed on Tuesday. */
const published: CalendarLookup = (key, revision) =>
  key === "office" && revision !== 3 ? { compiled: closedTuesday, revision: 4 } : calendars(key, revision);

const moves: readonly (readonly [what: string, due: number, (clocks: readonly ClockState[]) => Moved])[] = [
  // 6 h, 5 h left: Monday 3 h, Tuesday 2 h.
  [
    "another tier",
    local("10T11:00"),
    (clocks) => ({ ...updateSla(policy, { ...waiting, ...vip }, clocks, local("09T13:00")), then: vip }),
  ],
  // 24 h, 23 h left: Monday 3 h, Tuesday and Wednesday 9 h, Thursday 2 h.
  [
    "another priority",
    local("12T11:00"),
    (clocks) => {
      const then = { priority: "P2" } as const;
      return { ...updateSla(policy, { ...waiting, ...then }, clocks, local("09T13:00")), then };
    },
  ],
  // 4 h around the clock, 3 h left.
  [
    "another calendar",
    local("09T18:00"),
    (clocks) => {
      const then = { priority: "P0" } as const;
      return { ...updateSla(policy, { ...waiting, ...then }, clocks, local("09T13:00")), then };
    },
  ],
  [
    "another policy",
    local("10T11:00"),
    (clocks) => {
      const by = policyOf({ tiers: [{ id: "all", targets: { "*": { resolution: "PT6H" } } }] }, 2);
      return { ...startSla(by, waiting, local("09T13:00"), { clocks }), by };
    },
  ],
  // 11 h left: Monday 3 h, Tuesday closed, Wednesday 8 h.
  [
    "a new revision of the calendar",
    local("11T17:00"),
    (clocks) => {
      const by = { ...policy, calendars: published };
      return { ...startSla(by, waiting, local("09T13:00"), { clocks }), by };
    },
  ],
  [
    "the start of a campaign phase",
    local("12T11:00"),
    (clocks) => {
      const overlays = [fromPhase({ scale: { resolution: 2 }, inFlight: "retarget" })];
      const edge = { campaign: "double11", phase: "opening", edge: "started", overlays } as const;
      return campaignEdgeSla(policy, waiting, clocks, local("09T13:00"), edge);
    },
  ],
];

describe("a pause is kept across", () => {
  it.each(moves)("%s", (_, due, move) => {
    const started = startSla(policy, { ...waiting, status: "open" }, monday).clocks;
    const paused = updateSla(policy, waiting, started, local("09T11:00")).clocks;
    const { clocks, by = policy, then = {} } = move(paused);
    const clock = latestClock(clocks, "resolution");
    const view = clock && clockView(clock, by, local("09T14:00"));
    expect(view).toMatchObject({ state: "paused", elapsedMs: hour });
    // The limit counts from when the pause began, not from the move.
    expect(clock?.nextAt).toBe(local("10T11:00"));
    const pinned = () => [fromPhase({ scale: { resolution: 2 } })];
    const open = { ...waiting, ...then, status: "open" } as const;
    const resumed = latestClock(
      updateSla(by, open, clocks, local("09T15:00"), { pinned }).clocks,
      "resolution",
    );
    expect(resumed).toMatchObject({ state: "running", due });
  });
});

describe("a limit in working days", () => {
  it("ends the pause at the same local time, and says so", () => {
    const ticket = live({ priority: "P1" }, { maxPause: "P1D" });
    ticket.becomes(local("13T16:00"), { status: "on_hold" });
    ticket.advance(local("16T15:59"));
    expect(ticket.raw("resolution")?.state).toBe("paused");
    ticket.advance(local("16T16:00"));
    expect(ticket.changes).toContain("resumed resolution:1 max-pause");
    expect(ticket.raw("resolution")?.state).toBe("running");
  });
});

describe("late reminders", () => {
  it("are late by the time since a retarget put them into the past, not by more", () => {
    const ticket = live({ priority: "P1", firstHumanReplyAt: monday, unansweredSince: null });
    // P0 has 4 h around the clock: at 13:40 its yellow card of 13:30 is past, and fires ten minutes late by the clock.
    ticket.becomes(local("09T13:40"), { priority: "P0" });
    ticket.advance(local("09T13:40"));
    expect(ticket.fired).toEqual([`yellow resolution:1 ${local("09T13:30")}`]);
    ticket.advance(local("09T14:05"));
    expect(ticket.fired.slice(1)).toEqual([`red resolution:1 ${local("09T14:00")} +${5 * 60_000}`]);
  });
});
