import type { CampaignPhase } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, problemsOf } from "./check.fixture.ts";

const from = "2026-11-10T20:00:00+08:00";
const until = "2026-11-12T00:00:00+08:00";
const phase: CampaignPhase = { id: "opening", from, until };
const campaign = (phases: readonly object[], more: object = {}) =>
  problemsOf(documentOf("campaign", { from, until, phases, ...more }));
const ofPhase = (more: Partial<CampaignPhase>) => campaign([{ ...phase, ...more }]);
const when = { fact: "time.hour", operator: "lessThan", value: 6 };
const rule = { id: "a", when, then: { category: "no.such" } };

describe("checkDocument of a campaign", () => {
  it("accepts overlays over what there is", () => {
    expect(
      ofPhase({
        sla: [
          {
            policy: "default",
            calendar: "24x7",
            scale: { firstResponse: 2 },
            targets: { P3: { resolution: "P5D" } },
          },
        ],
        routing: [{ policy: "default", capacity: { senior: 1.5 }, members: { rapid: ["a24"] } }],
        workflows: ["intake"],
      }),
    ).toEqual([]);
  });

  it("refuses windows that are empty, on no day, or reach out of the campaign", () => {
    expect(campaign([phase], { until: from })).toEqual([
      "/spec/until campaign.window",
      "/spec/phases/0/until campaign.phase-window",
    ]);
    expect(campaign([phase], { from: "2026-13-01T00:00:00Z" })).toEqual(["/spec/from schema.pattern"]);
    expect(ofPhase({ until: from })).toEqual(["/spec/phases/0/until campaign.window"]);
    expect(ofPhase({ from: "2026-11-10T11:59:00Z", until: "2026-11-12T00:01:00+08:00" })).toEqual([
      "/spec/phases/0/from campaign.phase-window",
      "/spec/phases/0/until campaign.phase-window",
    ]);
    expect(campaign([phase, phase])).toEqual(["/spec/phases/1/id schema.duplicate"]);
  });

  it("refuses SLA overlays on nothing, with times that are none, or on the platform's deadline", () => {
    const targets = {
      P3: { resolution: "P1DT1H", calendar: "moon", platformDue: "ticket.fields.platformDue" },
    };
    const sla = { policy: "nothing", when, calendar: "moon", targets };
    expect(ofPhase({ sla: [sla] })).toEqual([
      "/spec/phases/0/sla/0/policy reference.missing",
      "/spec/phases/0/sla/0/when/fact condition.fact-not-allowed",
      "/spec/phases/0/sla/0/calendar reference.missing",
      "/spec/phases/0/sla/0/targets/P3/resolution sla.mixed-target",
      "/spec/phases/0/sla/0/targets/P3/calendar reference.missing",
      "/spec/phases/0/sla/0/targets/P3/platformDue campaign.platform-due",
    ]);
  });

  it("checks prepended rules as a ruleset's own", () => {
    const at = "/spec/phases/0/classification/0";
    expect(ofPhase({ classification: [{ ruleset: "nothing", prepend: [rule, rule] }] })).toEqual([
      `${at}/ruleset reference.missing`,
      `${at}/prepend/1/id schema.duplicate`,
      `${at}/prepend/0/then/category reference.missing`,
      `${at}/prepend/1/then/category reference.missing`,
    ]);
  });

  it("checks prepended routes against the pools of their policy, groups and agents", () => {
    const at = "/spec/phases/0/routing";
    const prepend = [{ id: "r", steps: [{ pool: "general" }, { pool: "nowhere" }, { group: "nobody" }] }];
    expect(
      ofPhase({
        routing: [
          { policy: "default", prepend, capacity: { nobody: 2 }, members: { nobody: ["a24", "x"] } },
          { policy: "nothing", prepend },
        ],
        workflows: ["nothing"],
      }),
    ).toEqual([
      `${at}/0/prepend/0/steps/1/pool routing.unknown-pool`,
      `${at}/0/prepend/0/steps/2/group routing.unknown-group`,
      `${at}/0/capacity/nobody routing.unknown-group`,
      `${at}/0/members/nobody routing.unknown-group`,
      `${at}/0/members/nobody/1 reference.missing`,
      `${at}/1/policy reference.missing`,
      "/spec/phases/0/workflows/0 reference.missing",
    ]);
  });
});
