import type { SlaReminder, SlaSpec, SlaTier } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, problemsOf } from "./check.fixture.ts";

const tier: SlaTier = { id: "standard", targets: { "*": { firstResponse: "PT5M" } } };
const reminder: SlaReminder = { id: "red", metric: "*", at: "PT0S", notify: ["assignee", "lead"] };
const problems = (more: Partial<SlaSpec>) =>
  problemsOf(documentOf("sla", { calendar: "online", tiers: [tier], ...more }));
const ofTier = (more: Partial<SlaTier>) => problems({ tiers: [{ ...tier, ...more }] });

describe("checkDocument of an SLA policy", () => {
  it("accepts the built-in calendar, days, scales, people to tell", () => {
    expect(
      problems({
        calendar: "24x7",
        maxPause: "P2D",
        tiers: [{ id: "vip", scale: { resolution: 0.5 } }, tier],
        reminders: [{ ...reminder, at: "-PT30M", else: "75%", notify: ["group:senior", "agent:a24"] }],
      }),
    ).toEqual([]);
  });

  it("refuses calendars that are not there", () => {
    expect(problems({ calendar: "moon" })).toEqual(["/spec/calendar reference.missing"]);
    expect(ofTier({ targets: { P0: { resolution: "PT1H", calendar: "moon" } } })).toEqual([
      "/spec/tiers/0/targets/P0/calendar reference.missing",
    ]);
  });

  it.each([
    ["PT0S", "sla.zero-target"],
    ["P0D", "sla.zero-target"],
    ["P1DT4H", "sla.mixed-target"],
  ])("refuses the target %s", (text, code) => {
    expect(ofTier({ targets: { "*": { resolution: text } } })).toEqual([
      `/spec/tiers/0/targets/*/resolution ${code}`,
    ]);
    expect(problems({ maxPause: text })).toEqual([`/spec/maxPause ${code}`]);
  });

  it("refuses facts that move by themselves, in tiers and behind segments", () => {
    for (const fact of ["time.hour", "sla.resolution.remainingMinutes"])
      expect(ofTier({ when: { fact, operator: "lessThan", value: 6 } })).toEqual([
        "/spec/tiers/0/when/fact condition.fact-not-allowed",
      ]);
    const night = documentOf(
      "segment",
      { when: { fact: "agent.id", operator: "equal", value: "a1" } },
      "night",
    );
    const document = documentOf("sla", {
      calendar: "24x7",
      tiers: [{ ...tier, when: { condition: "night" } }],
    });
    expect(problemsOf(document, { documents: [night, document] })).toEqual([
      "/spec/tiers/0/when/condition condition.fact-not-allowed",
    ]);
  });

  it("refuses a platform deadline that no fact gives, and one that moves", () => {
    const due = (platformDue: string) => ofTier({ targets: { P1: { platformDue } } });
    expect(due("ticket.fields.platformDue")).toEqual([]);
    expect(due("platformDue")).toEqual([]);
    expect(due("ticket.fields.nothing")).toEqual([
      "/spec/tiers/0/targets/P1/platformDue condition.unknown-fact",
    ]);
    expect(due("time.date")).toEqual(["/spec/tiers/0/targets/P1/platformDue condition.fact-not-allowed"]);
  });

  it("refuses tiers that give nothing, and ids that appear twice", () => {
    expect(problems({ tiers: [tier, { id: "a", targets: { P0: { calendar: "24x7" } } }] })).toEqual([
      "/spec/tiers/1 sla.empty-tier",
    ]);
    expect(problems({ tiers: [tier, { id: "a", scale: {} }] })).toEqual(["/spec/tiers/1 sla.empty-tier"]);
    expect(problems({ tiers: [tier, tier] })).toEqual(["/spec/tiers/1/id schema.duplicate"]);
    expect(problems({ reminders: [reminder, reminder] })).toEqual(["/spec/reminders/1/id schema.duplicate"]);
  });

  it("refuses reminders at no time, and for nobody that there is", () => {
    expect(problems({ reminders: [{ ...reminder, at: "P1DT1H", else: "-P1DT1H" }] })).toEqual([
      "/spec/reminders/0/at sla.reminder-at",
      "/spec/reminders/0/else sla.reminder-at",
    ]);
    expect(problems({ reminders: [{ ...reminder, at: "0%", else: "0.00%" }] })).toEqual([
      "/spec/reminders/0/at sla.reminder-zero",
      "/spec/reminders/0/else sla.reminder-zero",
    ]);
    expect(problems({ reminders: [{ ...reminder, notify: ["lead", "group:nobody", "agent:x"] }] })).toEqual([
      "/spec/reminders/0/notify/1 reference.missing",
      "/spec/reminders/0/notify/2 reference.missing",
    ]);
  });
});
