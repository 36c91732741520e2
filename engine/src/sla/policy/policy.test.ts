import type { Priority, SlaMetric, SlaSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { fromPhase, hour, minute, monday, officeCalendar, policyOf } from "../house.fixture.ts";
import { checkSla } from "./check-sla.ts";
import { toTarget } from "./target-rule.ts";

const ask = (
  metric: SlaMetric,
  priority: Priority,
  facts: Record<string, unknown> = {},
  change: Partial<SlaSpec> = {},
  overlays: Parameters<typeof fromPhase>[0][] = [],
) => {
  const policy = policyOf(change);
  const laid = overlays.map((overlay) => policy.overlay(fromPhase(overlay)));
  const rule = policy.targets(facts, priority, monday).rule(metric, laid);
  return rule && { ...rule, target: toTarget(rule.value, monday, officeCalendar) };
};

describe("tiers", () => {
  it("take the first tier that fills the cell, on the cell group's calendar", () => {
    expect(ask("firstResponse", "P0")).toMatchObject({
      calendar: "24x7",
      tiers: ["standard"],
      target: { type: "open", ms: 5 * minute, text: "PT5M" },
    });
    expect(ask("firstResponse", "P2")).toMatchObject({ calendar: "office", target: { ms: 30 * minute } });
    expect(ask("nextResponse", "P2")).toBeUndefined();
  });

  it("name the scaling tier before the filled one", () => {
    expect(ask("firstResponse", "P1", { "customer.tier": "vip" })).toMatchObject({
      tiers: ["vip", "standard"],
      target: { ms: 7.5 * minute, text: "PT7M30S" },
    });
    expect(ask("nextResponse", "P1", { "customer.tier": "vip" })).toMatchObject({ tiers: ["standard"] });
  });

  it("chain scales, rounded up to the second", () => {
    const tiers: SlaSpec["tiers"] = [
      { id: "outer", scale: { firstResponse: 0.5 } },
      { id: "inner", scale: { firstResponse: 0.15 } },
      { id: "cells", targets: { "*": { firstResponse: "PT20S" } } },
    ];
    // 20 s × 0.15 = 3 s exactly; × 0.5 = 1.5 s, rounded up.
    expect(ask("firstResponse", "P2", {}, { tiers })).toMatchObject({
      tiers: ["outer", "inner", "cells"],
      target: { ms: 2000 },
    });
  });

  it("prefer the priority's own cell to the star, and fall through empty cells", () => {
    const tiers: SlaSpec["tiers"] = [
      { id: "a", targets: { "*": { firstResponse: "PT1H" }, P1: { firstResponse: "PT10M" } } },
      { id: "b", targets: { "*": { resolution: "PT8H" } } },
    ];
    expect(ask("firstResponse", "P1", {}, { tiers })).toMatchObject({ target: { ms: 10 * minute } });
    expect(ask("firstResponse", "P3", {}, { tiers })).toMatchObject({ target: { ms: hour } });
    expect(ask("resolution", "P1", {}, { tiers })).toMatchObject({ tiers: ["b"] });
  });

  it("scale working days as open time", () => {
    expect(ask("resolution", "P3")).toMatchObject({ target: { type: "workingDays", days: 2, text: "P2D" } });
    // Two days from Monday 10:00 on nine-hour days are 18 open hours.
    expect(ask("resolution", "P3", { "customer.tier": "vip" })).toMatchObject({
      target: { type: "open", ms: 9 * hour, text: "PT9H" },
    });
  });

  it("read the platform's deadline from a fact, and have none without it", () => {
    const text = "2026-11-10T10:00:00+08:00";
    expect(ask("platformDue", "P2", { "ticket.fields.platformDue": text })).toMatchObject({
      target: { type: "instant", at: Date.parse(text) },
    });
    for (const value of [undefined, "tomorrow", "2026-11-10T10:00:00", Number.NaN])
      expect(ask("platformDue", "P2", { "ticket.fields.platformDue": value })).toBeUndefined();
  });
});

describe("campaign overlays", () => {
  const overlay = fromPhase({}).overlay;
  const ref = { campaign: "double11", phase: "opening", revision: 1 };

  it("scale the result, or replace it", () => {
    expect(ask("firstResponse", "P2", {}, {}, [{ scale: { firstResponse: 2 } }])).toMatchObject({
      overlay: ref,
      target: { ms: hour },
    });
    expect(
      ask("resolution", "P3", {}, {}, [{ scale: { resolution: 2 }, targets: { P3: { resolution: "P5D" } } }]),
    ).toMatchObject({ overlay: ref, tiers: [], target: { days: 5 } });
  });

  it("change the calendar alone, and apply only when they match", () => {
    expect(ask("firstResponse", "P2", {}, {}, [{ calendar: "24x7" }])).toMatchObject({
      calendar: "24x7",
      overlay: ref,
    });
    const when = { fact: "ticket.channel", operator: "equal", value: "jd" } as const;
    expect(ask("firstResponse", "P2", {}, {}, [{ when, scale: { firstResponse: 2 } }])).toMatchObject({
      overlay: null,
    });
    expect(overlay.policy).toBe("default");
  });

  it("take the strongest that says something", () => {
    expect(
      ask("firstResponse", "P2", {}, {}, [{ scale: { resolution: 3 } }, { scale: { firstResponse: 2 } }]),
    ).toMatchObject({ target: { ms: hour } });
  });

  it("never touch the platform's deadline", () => {
    const facts = { "ticket.fields.platformDue": monday + hour };
    expect(
      ask("platformDue", "P2", facts, {}, [{ calendar: "24x7", targets: { "*": { platformDue: "x" } } }]),
    ).toMatchObject({
      overlay: null,
      calendar: "office",
      target: { at: monday + hour },
    });
  });
});

describe("checkSla", () => {
  it("points at every bad time", () => {
    const bad: SlaSpec = {
      calendar: "office",
      maxPause: "PT0S",
      tiers: [{ id: "a", targets: { P1: { firstResponse: "P1DT2H", resolution: "P0D", calendar: "24x7" } } }],
      reminders: [{ id: "r", metric: "*", at: "-P1DT1H", else: "soon" }],
    };
    expect(checkSla(bad).map(({ path, code }) => `${path} ${code}`)).toEqual([
      "/tiers/0/targets/P1/firstResponse sla.mixed-target",
      "/tiers/0/targets/P1/resolution sla.zero-target",
      "/maxPause sla.zero-target",
      "/reminders/0/at sla.reminder-at",
      "/reminders/0/else sla.reminder-at",
    ]);
  });
});
