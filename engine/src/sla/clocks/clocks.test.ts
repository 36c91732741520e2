import type { SlaSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { hour, local, minute, monday, policyOf, situation } from "../house.fixture.ts";
import { live } from "./clock-life.fixture.ts";
import { startSla } from "./start.ts";
import { updateSla } from "./update.ts";

const policy = policyOf();

describe("starting", () => {
  it("starts what the policy has targets for, and says why", () => {
    const { clocks, decision } = startSla(policy, situation({ facts: { "customer.tier": "vip" } }), monday);
    expect(clocks.map(({ id, due }) => [id, due])).toEqual([
      ["firstResponse:1", monday + 15 * minute],
      ["resolution:1", local("10T13:00")],
    ]);
    expect(decision.clocks[0]).toMatchObject({
      change: "started",
      tiers: ["vip", "standard"],
      calendar: "office",
      elapsedMs: 0,
    });
    expect(JSON.parse(JSON.stringify(clocks))).toEqual(clocks);
  });

  it("is breached at once when the due has passed before it started", () => {
    const { clocks, decision } = startSla(policy, situation(), local("09T12:00"));
    expect(clocks[0]).toMatchObject({
      due: local("09T10:30"),
      breachedAt: local("09T10:30"),
      state: "running",
    });
    expect(decision.clocks.map(({ change }) => change)).toEqual(["started", "breached", "started"]);
  });

  it("does not start what is fulfilled, nor anything on a resolved ticket", () => {
    expect(
      startSla(policy, situation({ firstHumanReplyAt: monday }), monday + hour).clocks.map(({ id }) => id),
    ).toEqual(["resolution:1"]);
    expect(
      startSla(policy, situation({ status: "resolved", resolvedAt: monday }), monday + hour).clocks,
    ).toEqual([]);
  });
});

describe("a ticket's life", () => {
  it("stops the first response and runs next responses in cycles", () => {
    const ticket = live({ priority: "P1" });
    const replied = {
      firstReplyAt: monday + minute,
      firstHumanReplyAt: monday + minute,
      lastHumanReplyAt: monday + minute,
      unansweredSince: null,
    };
    ticket.becomes(monday + minute, replied);
    expect(ticket.of("firstResponse", monday + hour)).toMatchObject({
      state: "met",
      elapsedMs: minute,
      remainingMs: 14 * minute,
    });
    ticket.becomes(monday + 5 * minute, { unansweredSince: monday + 5 * minute });
    expect(ticket.of("nextResponse", monday + 6 * minute)).toMatchObject({
      id: "nextResponse:1",
      due: monday + 15 * minute,
    });
    ticket.becomes(monday + 9 * minute, { unansweredSince: null, lastHumanReplyAt: monday + 9 * minute });
    ticket.becomes(monday + 20 * minute, { unansweredSince: monday + 20 * minute });
    expect(ticket.of("nextResponse", monday + 21 * minute)).toMatchObject({
      id: "nextResponse:2",
      due: monday + 30 * minute,
    });
    expect(ticket.clocks.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "firstResponse:1 stopped",
      "nextResponse:1 stopped",
      "nextResponse:2 running",
      "resolution:1 running",
    ]);
  });

  it("pauses while the customer owes an answer, weekends not counted", () => {
    const ticket = live({ priority: "P1" }, { maxPause: "PT100H" });
    // 12 h from Monday 10:00: 8 h on Monday, 4 h on Tuesday.
    expect(ticket.of("resolution", monday)?.due).toBe(local("10T13:00"));
    ticket.becomes(local("09T17:00"), { status: "pending_customer" });
    // 7 h are used; if it resumed on Tuesday at 11:00, 5 h remain.
    expect(ticket.of("resolution", local("10T11:00"))).toMatchObject({
      state: "paused",
      due: local("10T16:00"),
      elapsedMs: 7 * hour,
    });
    ticket.becomes(local("10T11:00"), { status: "open" });
    expect(ticket.of("resolution", local("10T12:00"))).toMatchObject({
      state: "running",
      due: local("10T16:00"),
      elapsedMs: 8 * hour,
    });
    expect(ticket.of("firstResponse", local("10T12:00"))?.state).toBe("breached");
  });

  it("ends a pause at exactly its limit and says so, once", () => {
    const ticket = live({ priority: "P1" });
    ticket.becomes(local("09T11:00"), { status: "pending_customer" });
    expect(ticket.raw("resolution")?.nextAt).toBe(local("10T11:00"));
    ticket.advance(local("10T12:00"));
    expect(ticket.changes).toContain("resumed resolution:1 max-pause");
    expect(ticket.of("resolution", local("10T12:00"))).toMatchObject({
      state: "running",
      elapsedMs: 2 * hour,
      due: local("11T13:00"),
    });
    // The same status does not pause it again; another one does, and so does the same after the customer wrote.
    ticket.becomes(local("10T12:00"), { priority: "P1" });
    expect(ticket.raw("resolution")?.state).toBe("running");
    ticket.becomes(local("10T13:00"), { status: "on_hold" });
    expect(ticket.raw("resolution")?.state).toBe("paused");
    ticket.becomes(local("10T14:00"), { status: "open" });
    ticket.becomes(local("10T15:00"), { status: "pending_customer" });
    expect(ticket.of("resolution", local("10T15:00"))).toMatchObject({
      state: "paused",
      elapsedMs: 4 * hour,
    });
  });

  it("counts one stand-still over two statuses as one pause", () => {
    const ticket = live({ priority: "P1" });
    ticket.becomes(local("09T11:00"), { status: "pending_customer" });
    ticket.becomes(local("10T10:00"), { status: "on_hold" });
    expect(ticket.raw("resolution")?.nextAt).toBe(local("10T11:00"));
  });

  it("resumes the same clock on reopening, the time resolved not counted", () => {
    const ticket = live({ priority: "P1", firstHumanReplyAt: monday, unansweredSince: null });
    ticket.becomes(local("09T12:00"), { status: "resolved", resolvedAt: local("09T12:00") });
    expect(ticket.of("resolution", local("10T12:00"))).toMatchObject({ state: "met", elapsedMs: 2 * hour });
    ticket.becomes(local("10T12:00"), { status: "open", resolvedAt: null });
    expect(ticket.of("resolution", local("10T13:00"))).toMatchObject({
      id: "resolution:1",
      state: "running",
      elapsedMs: 3 * hour,
      due: local("11T13:00"),
    });
  });

  it("cancels a first response that resolving made pointless, and takes it up again", () => {
    const ticket = live();
    ticket.becomes(monday + 10 * minute, { status: "resolved", resolvedAt: monday + 10 * minute });
    expect(ticket.of("firstResponse", monday + hour)?.state).toBe("cancelled");
    ticket.becomes(monday + hour, { status: "open", resolvedAt: null });
    expect(ticket.of("firstResponse", monday + hour)).toMatchObject({
      state: "running",
      due: monday + 80 * minute,
    });
  });

  it("counts nothing twice when the time was set back", () => {
    const ticket = live({ priority: "P1" });
    ticket.becomes(local("09T12:00"), { status: "pending_customer" });
    ticket.becomes(local("09T11:00"), { status: "open" });
    expect(ticket.of("resolution", local("09T13:00"))?.elapsedMs).toBe(3 * hour);
    const segments = ticket.raw("resolution")?.segments ?? [];
    segments.forEach((each, index) => {
      expect(each.from).toBeGreaterThanOrEqual(segments[index - 1]?.until ?? each.from);
    });
  });

  it("starts update cycles with each agent update, and rests while resolved", () => {
    const tiers: SlaSpec["tiers"] = [{ id: "all", targets: { "*": { periodicUpdate: "PT2H" } } }];
    const ticket = live({}, { tiers });
    expect(ticket.of("periodicUpdate", monday)).toBeUndefined();
    ticket.becomes(local("09T11:00"), { lastAgentUpdateAt: local("09T11:00") });
    ticket.becomes(local("09T12:00"), { lastAgentUpdateAt: local("09T12:00") });
    expect(ticket.of("periodicUpdate", local("09T12:30"))).toMatchObject({
      cycle: 2,
      due: local("09T14:00"),
      elapsedMs: 30 * minute,
    });
    ticket.becomes(local("09T13:00"), { status: "resolved", resolvedAt: local("09T13:00") });
    expect(ticket.of("periodicUpdate", local("09T16:00"))?.state).toBe("met");
    ticket.becomes(local("09T15:00"), { status: "open", resolvedAt: null });
    expect(ticket.of("periodicUpdate", local("09T15:00"))).toMatchObject({
      cycle: 2,
      state: "running",
      due: local("09T16:00"),
    });
  });

  it("changes nothing when nothing changed", () => {
    const ticket = live();
    const before = ticket.clocks;
    const { clocks, decision } = updateSla(policy, situation(), before, monday + minute);
    expect(clocks).toBe(before);
    expect(decision).toBe(null);
  });
});
