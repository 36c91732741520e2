import { describe, expect, it } from "vitest";
import { fromPhase, hour, local, minute, monday, policyOf, situation } from "../house.fixture.ts";
import { campaignEdgeSla } from "./campaign-edge.ts";
import { live } from "./clock-life.fixture.ts";
import { nextSlaAt } from "./next.ts";
import { startSla } from "./start.ts";
import { latestClock } from "./view.ts";

const policy = policyOf();

describe("retargeting", () => {
  it("keeps what has elapsed, across calendars", () => {
    const ticket = live({ priority: "P1" });
    // 3 h of 12 h are used by Monday 13:00; P0 gives 4 h on 24x7.
    const { decision } = ticket.becomes(local("09T13:00"), { priority: "P0" }, { cause: "priority" });
    expect(ticket.of("resolution", local("09T13:00"))).toMatchObject({
      calendar: "24x7",
      due: local("09T14:00"),
      elapsedMs: 3 * hour,
    });
    expect(decision?.clocks.find(({ metric }) => metric === "resolution")).toMatchObject({
      change: "retargeted",
      reason: "priority",
      previousDue: local("10T13:00"),
      elapsedMs: 3 * hour,
    });
  });

  it("is breached now when the new target is already used up", () => {
    const ticket = live({ priority: "P1" });
    ticket.becomes(local("09T16:00"), { priority: "P0" });
    expect(ticket.of("resolution", local("09T16:00"))).toMatchObject({
      state: "breached",
      breachedAt: local("09T16:00"),
      remainingMs: -2 * hour,
    });
  });

  it("forgives a breach when the new target is longer", () => {
    const ticket = live();
    ticket.advance(local("09T11:00"));
    expect(ticket.of("firstResponse", local("09T11:00"))?.state).toBe("breached");
    ticket.becomes(local("09T11:00"), { priority: "P3" });
    expect(ticket.of("firstResponse", local("09T11:00"))).toMatchObject({
      state: "running",
      breachedAt: null,
      due: local("09T12:00"),
    });
  });

  it("survives a pause: none of it is lost", () => {
    const ticket = live({ priority: "P1" });
    ticket.becomes(local("09T11:00"), { status: "pending_customer" });
    ticket.becomes(local("09T13:00"), { priority: "P2" });
    expect(ticket.of("resolution", local("09T13:00"))).toMatchObject({ state: "paused", elapsedMs: hour });
    ticket.becomes(local("09T15:00"), { status: "open" });
    // 23 h are left: 3 h on Monday, 9 h each on Tuesday and Wednesday, 2 h on Thursday.
    expect(ticket.of("resolution", local("09T15:00"))?.due).toBe(local("12T11:00"));
  });

  it("turns working days into open time when the calendar changes under way", () => {
    const ticket = live({ priority: "P3" });
    expect(ticket.of("resolution", monday)?.due).toBe(local("11T10:00"));
    ticket.becomes(local("09T12:00"), { priority: "P0" });
    ticket.becomes(local("09T13:00"), { priority: "P3" });
    // 18 open hours less the 3 h that passed.
    expect(ticket.of("resolution", local("09T13:00"))?.due).toBe(local("11T10:00"));
  });

  it("cancels a clock whose target is gone and takes it up when it is back", () => {
    const ticket = live({
      priority: "P1",
      firstHumanReplyAt: monday,
      lastHumanReplyAt: monday,
      unansweredSince: monday + minute,
      createdAt: monday,
    });
    ticket.becomes(monday + 2 * minute, {});
    ticket.becomes(monday + 3 * minute, { priority: "P2" });
    expect(ticket.of("nextResponse", monday + 4 * minute)?.state).toBe("cancelled");
    ticket.becomes(monday + 5 * minute, { priority: "P1" });
    expect(ticket.of("nextResponse", monday + 5 * minute)).toMatchObject({
      state: "running",
      due: monday + 11 * minute,
      elapsedMs: 4 * minute,
    });
  });

  it("follows the platform's deadline and nothing else", () => {
    const facts = (at: number) => ({ facts: { "ticket.fields.platformDue": at } });
    const ticket = live({ ...facts(local("14T03:00")) });
    expect(ticket.of("platformDue", monday)?.due).toBe(local("14T03:00"));
    ticket.becomes(local("09T11:00"), { status: "pending_customer", priority: "P0" });
    expect(ticket.of("platformDue", local("09T12:00"))).toMatchObject({
      state: "running",
      due: local("14T03:00"),
    });
    ticket.becomes(local("09T12:00"), facts(local("10T12:00")));
    expect(ticket.of("platformDue", local("09T12:00"))?.due).toBe(local("10T12:00"));
    ticket.becomes(local("09T13:00"), { facts: {} });
    expect(ticket.of("platformDue", local("09T13:00"))?.state).toBe("cancelled");
  });

  it("a policy started anew takes the clocks over", () => {
    const { clocks } = startSla(policy, situation(), monday);
    const next = policyOf({ tiers: [{ id: "all", targets: { "*": { resolution: "PT6H" } } }] }, 2);
    const { clocks: moved, decision } = startSla(next, situation(), local("09T12:00"), { clocks });
    expect(moved.map(({ id, state, policy: ref }) => `${id} ${state} r${ref.revision}`)).toEqual([
      "firstResponse:1 cancelled r1",
      "resolution:1 running r2",
    ]);
    expect(moved[1]).toMatchObject({ due: local("09T16:00"), tiers: ["all"] });
    expect(decision.ref.revision).toBe(2);
  });
});

describe("reminders", () => {
  it("come in due order, each once, with how late they are", () => {
    const ticket = live({ priority: "P3" });
    ticket.advance(local("09T11:29"));
    expect(ticket.fired).toEqual([]);
    ticket.advance(local("09T11:30"));
    expect(ticket.fired).toEqual([`yellow firstResponse:1 ${local("09T11:30")}`]);
    ticket.advance(local("09T12:10"));
    ticket.advance(local("09T12:20"));
    expect(ticket.fired.slice(1)).toEqual([`red firstResponse:1 ${local("09T12:00")} +${10 * minute}`]);
    expect(ticket.raw("firstResponse")?.breachedAt).toBe(local("09T12:00"));
  });

  it("catch up after a weekend of downtime", () => {
    const ticket = live({ priority: "P3" });
    ticket.advance(local("16T09:00"));
    expect(ticket.fired.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "yellow firstResponse:1",
      "red firstResponse:1",
      "yellow resolution:1",
      "red resolution:1",
      "red-2 resolution:1",
    ]);
    expect(nextSlaAt(ticket.clocks)).toBe(null);
    const before = ticket.fired.length;
    ticket.advance(local("20T09:00"));
    expect(ticket.fired.length).toBe(before);
  });

  it("use else where the first falls before the start, and none if that does too", () => {
    const ticket = live({ priority: "P0" });
    expect(ticket.raw("firstResponse")?.nextAt).toBe(monday + 3.75 * minute);
    const none = live(
      { priority: "P0" },
      { reminders: [{ id: "early", metric: "firstResponse", at: "-PT30M" }] },
    );
    expect(none.raw("firstResponse")?.nextAt).toBe(monday + 5 * minute);
    none.advance(monday + hour);
    expect(none.fired).toEqual([]);
  });

  it("are silent while paused and wait for open time after the due", () => {
    const ticket = live({ priority: "P1", firstHumanReplyAt: monday, unansweredSince: null });
    ticket.becomes(local("10T12:00"), { status: "pending_customer" });
    ticket.advance(local("10T17:00"));
    expect(ticket.fired).toEqual([]);
    ticket.becomes(local("10T17:00"), { status: "open" });
    // One hour of twelve was left: due at close, red-2 two open hours later.
    ticket.advance(local("11T11:00"));
    expect(ticket.fired.map((line) => line.split(" +")[0])).toEqual([
      `yellow resolution:1 ${local("10T17:30")}`,
      `red resolution:1 ${local("10T18:00")}`,
      `red-2 resolution:1 ${local("11T11:00")}`,
    ]);
  });

  it("are armed again only when a retarget moves the due later, and only those ahead", () => {
    const ticket = live();
    ticket.advance(local("09T10:29"));
    expect(ticket.fired.map((line) => line.split(" ")[0])).toEqual(["yellow"]);
    ticket.becomes(local("09T10:29"), { priority: "P3" });
    ticket.advance(local("09T11:30"));
    expect(ticket.fired.map((line) => line.split(" ")[0])).toEqual(["yellow", "yellow"]);
    ticket.becomes(local("09T11:31"), { priority: "P2" });
    ticket.advance(local("09T11:31"));
    expect(ticket.fired.map((line) => line.split(" ")[0])).toEqual(["yellow", "yellow", "red"]);
  });

  it("count a red card from when the retarget broke the promise", () => {
    const ticket = live({ priority: "P1", firstHumanReplyAt: monday, unansweredSince: null });
    ticket.becomes(local("09T16:00"), { priority: "P0" });
    ticket.advance(local("09T16:00"));
    expect(ticket.fired).toContain(`red resolution:1 ${local("09T16:00")}`);
    expect(ticket.raw("resolution")?.nextAt).toBe(local("09T18:00"));
  });
});

describe("campaigns", () => {
  const longer = fromPhase({ scale: { resolution: 2 } });
  const pinned = () => [longer];

  it("a clock pins the overlay that is in force when it starts", () => {
    const ticket = live({ priority: "P1" }, {}, { overlays: [longer] });
    expect(ticket.of("resolution", monday)).toMatchObject({
      overlay: { campaign: "double11", phase: "opening", revision: 1 },
      due: local("11T16:00"),
    });
    // The phase is over; the clock stays, and its priority still follows under the pinned overlay.
    ticket.becomes(local("09T11:00"), {}, { pinned });
    expect(ticket.of("resolution", local("09T11:00"))?.due).toBe(local("11T16:00"));
    ticket.becomes(local("09T12:00"), { priority: "P0" }, { pinned });
    expect(ticket.of("resolution", local("09T12:00"))?.due).toBe(local("09T18:00"));
  });

  it.each([
    ["keep", local("10T13:00")],
    ["retarget", local("11T16:00")],
    ["lenient", local("11T16:00")],
  ] as const)("a start with inFlight %s", (inFlight, due) => {
    const { clocks } = startSla(policy, situation({ priority: "P1" }), monday);
    const phase = fromPhase({ scale: { resolution: 2 }, inFlight });
    const edge = { campaign: "double11", phase: "opening", edge: "started", overlays: [phase] } as const;
    const after = campaignEdgeSla(policy, situation({ priority: "P1" }), clocks, local("09T12:00"), edge);
    expect(latestClock(after.clocks, "resolution")?.due).toBe(due);
    expect(latestClock(after.clocks, "resolution")?.overlay?.campaign).toBe(
      inFlight === "keep" ? undefined : "double11",
    );
  });

  it.each([
    ["keep", 0.5, local("09T16:00")],
    ["retarget", 0.5, local("10T13:00")],
    ["retarget", 2, local("10T13:00")],
    ["lenient", 2, local("11T16:00")],
    ["lenient", 0.5, local("10T13:00")],
  ] as const)("an end with onEnd %s after × %d", (onEnd, factor, due) => {
    const phase = fromPhase({ scale: { resolution: factor }, onEnd });
    const { clocks } = startSla(policy, situation({ priority: "P1" }), monday, { overlays: [phase] });
    const edge = {
      campaign: "double11",
      phase: "opening",
      edge: "ended",
      overlays: [],
      pinned: () => [phase],
    } as const;
    const after = campaignEdgeSla(policy, situation({ priority: "P1" }), clocks, local("09T12:00"), edge);
    expect(latestClock(after.clocks, "resolution")?.due).toBe(due);
  });

  it("never move the platform's deadline", () => {
    const facts = { "ticket.fields.platformDue": local("10T12:00") };
    const phase = fromPhase({ calendar: "24x7", inFlight: "retarget" });
    const { clocks } = startSla(policy, situation({ facts }), monday);
    const edge = { campaign: "double11", phase: "opening", edge: "started", overlays: [phase] } as const;
    const after = campaignEdgeSla(policy, situation({ facts }), clocks, local("09T12:00"), edge);
    expect(latestClock(after.clocks, "platformDue")).toBe(latestClock(clocks, "platformDue"));
    expect(latestClock(after.clocks, "resolution")?.due).not.toBe(latestClock(clocks, "resolution")?.due);
  });
});
