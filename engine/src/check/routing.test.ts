import type { RoutingSpec, RoutingStep } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, problemsOf } from "./check.fixture.ts";

const problems = (more: Partial<RoutingSpec>, options = {}) =>
  problemsOf(
    documentOf("routing", { routes: [], fallback: { pool: "general" }, pools: { general: {} }, ...more }),
    options,
  );
const ofStep = (step: RoutingStep, options = {}) =>
  problems({ routes: [{ id: "r", steps: [step] }] }, options);
const at = "/spec/routes/0/steps/0";

describe("checkDocument of a routing policy", () => {
  it("accepts known groups, skills, strategies, pools and spans of days and hours", () => {
    expect(
      ofStep({ group: "senior", strategy: "weighted", skills: [{ skill: "invoice" }], timeout: "P1DT2H" }),
    ).toEqual([]);
    expect(ofStep({ sticky: "P7D" })).toEqual([]);
    expect(
      problems({ pools: { general: { groups: ["*"] }, b: { groups: ["senior"], warnAfter: "PT1M" } } }),
    ).toEqual([]);
  });

  it.each<[RoutingStep, string]>([
    [{ group: "nobody" }, `${at}/group routing.unknown-group`],
    [{ pool: "nowhere" }, `${at}/pool routing.unknown-pool`],
    [{ pool: "constructor" }, `${at}/pool routing.unknown-pool`],
    [{ group: "senior", strategy: "by-mood" }, `${at}/strategy routing.unknown-strategy`],
    [{ group: "senior", skills: [{ skill: "juggling" }] }, `${at}/skills/0/skill reference.missing`],
    [{ group: "senior", timeout: "PT0S" }, `${at}/timeout sla.zero-target`],
    [{ sticky: "P0D" }, `${at}/sticky sla.zero-target`],
  ])("refuses the step %j", (step, expected) => {
    expect(ofStep(step)).toEqual([expected]);
  });

  it("knows the strategies of plugins", () => {
    const strategies = [{ id: "lab.mood", label: { zh: "", en: "" }, description: { zh: "", en: "" } }];
    expect(ofStep({ group: "senior", strategy: "lab.mood" }, { strategies })).toEqual([]);
  });

  it("refuses a fallback that is no pool, and pools for nobody", () => {
    expect(problems({ fallback: { pool: "nowhere" } })).toEqual(["/spec/fallback/pool routing.unknown-pool"]);
    expect(
      problems({
        onOffline: { after: "PT0S", do: "return" },
        pools: {
          general: { groups: ["*", "nobody"], warnAfter: "PT0S", escalateAfter: "P0D", claimTimeout: "PT0M" },
        },
      }),
    ).toEqual([
      "/spec/onOffline/after sla.zero-target",
      "/spec/pools/general/groups/1 routing.unknown-group",
      "/spec/pools/general/warnAfter sla.zero-target",
      "/spec/pools/general/escalateAfter sla.zero-target",
      "/spec/pools/general/claimTimeout sla.zero-target",
    ]);
  });

  it.each(["(transfer)", "(manual)", "(returned)", "fallback"])(
    "refuses a route called %s, which is the engine's own",
    (id) => {
      expect(problems({ routes: [{ id, steps: [{ pool: "general" }] }] })).toEqual([
        "/spec/routes/0/id routing.reserved-route",
      ]);
    },
  );

  it("refuses doubled route ids and wrong conditions", () => {
    const route = { id: "r", steps: [{ pool: "general" }] };
    expect(problems({ routes: [route, { ...route, when: { condition: "x" } }] })).toEqual([
      "/spec/routes/1/id schema.duplicate",
      "/spec/routes/1/when/condition condition.unknown-segment",
    ]);
  });
});
