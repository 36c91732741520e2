import type { SlaSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, starterOptions } from "../../check/check.fixture.ts";
import { adviceOn, linted, mended } from "../lint.fixture.ts";

const vip = { fact: "customer.tier", operator: "equal", value: "vip" };
const all = { firstResponse: "PT30M", nextResponse: "PT30M", resolution: "PT24H" };
const policy = (spec: Partial<SlaSpec>) =>
  documentOf("sla", { calendar: "online", tiers: [{ id: "all", targets: { "*": all } }], ...spec });

describe("empty-cells", () => {
  it("names the priorities that only some tickets have a target for", () => {
    const tiers = [
      { id: "vip", when: vip, targets: { "*": all } },
      { id: "rest", targets: { P0: all, P1: all, "*": { firstResponse: "PT1H", nextResponse: "PT1H" } } },
    ];
    expect(adviceOn(policy({ tiers }))).toEqual(["warning /spec/tiers sla.empty-cell"]);
    expect(linted(policy({ tiers }))[0]?.message.zh).toMatch(/^P2 P3 没有兜底的解决时限/);
    const after = mended(policy({ tiers }), "sla.empty-cell");
    expect(adviceOn(after)).toEqual([]);
    expect(after.kind === "sla" && after.spec.tiers[1]?.targets?.P3).toEqual({ resolution: "PT24H" });
  });

  it("only mentions what the policy does not measure at all", () => {
    const tiers = [{ id: "all", targets: { "*": { firstResponse: "PT1H", resolution: "PT8H" } } }];
    expect(adviceOn(policy({ tiers }))).toEqual(["info /spec/tiers sla.unmeasured"]);
    expect(adviceOn(policy({}))).toEqual([]);
  });
});

describe("tier-unreachable", () => {
  const full = { id: "all", targets: { "*": all } };

  it("warns of tiers below one that fills their cells for everybody", () => {
    const tiers = [
      full,
      { id: "vip", when: vip, targets: { P0: all } },
      { id: "half", scale: { resolution: 0.5 } },
    ];
    expect(adviceOn(policy({ tiers }))).toEqual([
      "warning /spec/tiers/1 sla.tier-unreachable",
      "warning /spec/tiers/2 sla.tier-unreachable",
    ]);
    expect(
      adviceOn(mended(mended(policy({ tiers }), "sla.tier-unreachable"), "sla.tier-unreachable")),
    ).toEqual([]);
  });

  it("warns of a tier whose tickets all belong to one above that fills its cells", () => {
    const big = { all: [vip, { fact: "order.amount", operator: "greaterThan", value: 5_000 }] };
    const tiers = [
      { id: "vip", when: vip, targets: { "*": all } },
      { id: "big", when: big, targets: { P0: all } },
      full,
    ];
    expect(adviceOn(policy({ tiers }))).toEqual(["warning /spec/tiers/1 sla.tier-unreachable"]);
    expect(adviceOn(policy({ tiers: [tiers[1] ?? full, tiers[0] ?? full, full] }))).toEqual([]);
  });

  it("is silent where a cell is left, or a condition stands above", () => {
    const update = { id: "update", when: vip, targets: { P0: { ...all, periodicUpdate: "PT4H" } } };
    expect(adviceOn(policy({ tiers: [full, update] }))).toEqual([]);
    expect(adviceOn(policy({ tiers: [{ ...full, id: "vip", when: vip }, full] }))).toEqual([]);
  });
});

describe("silent-reminders", () => {
  const reminding = (reminder: object, tiers: SlaSpec["tiers"] = [{ id: "all", targets: { "*": all } }]) =>
    policy({ tiers, reminders: [{ id: "r", metric: "firstResponse", at: "-PT30M", ...reminder }] });

  it("does not call it impossible where the clock may be due later: after a pause, a reopening, on another calendar", () => {
    const short = { "*": { ...all, firstResponse: "PT20M", resolution: "PT20M" } };
    const tiers = [{ id: "all", targets: short }];
    const reminders = [{ id: "r", metric: "firstResponse" as const, at: "-PT30M" }];
    const elsewhere = { ...short, P0: { ...short["*"], calendar: "24x7" } };
    const skipped = ["info /spec/reminders/0/at sla.reminder-skipped"];
    expect(adviceOn(policy({ tiers, reminders }))).toEqual([
      "warning /spec/reminders/0/at sla.reminder-never",
    ]);
    expect(adviceOn(policy({ tiers, reminders, pauseOn: { firstResponse: ["on_hold"] } }))).toEqual(skipped);
    expect(adviceOn(policy({ tiers, reminders: [{ id: "r", metric: "resolution", at: "-PT30M" }] }))).toEqual(
      skipped,
    );
    expect(adviceOn(policy({ tiers: [{ id: "all", targets: elsewhere }], reminders }))).toEqual(skipped);
  });

  it("warns of one that is longer ahead than every target, and offers an else", () => {
    expect(adviceOn(reminding({}))).toEqual(["warning /spec/reminders/0/at sla.reminder-never"]);
    expect(adviceOn(reminding({ else: "-PT1H" }))).toEqual([
      "warning /spec/reminders/0/at sla.reminder-never",
    ]);
    expect(adviceOn(mended(reminding({}), "sla.reminder-never"))).toEqual([]);
  });

  it("mentions the targets that are too short for it", () => {
    const document = reminding({ metric: "*" });
    expect(adviceOn(document)).toEqual(["info /spec/reminders/0/at sla.reminder-skipped"]);
    expect(linted(document)[0]?.message.en).toContain("all P0 First response PT30M");
    expect(adviceOn(mended(document, "sla.reminder-skipped"))).toEqual([]);
  });

  it("does not call certain what working days, scales or campaigns may change", () => {
    expect(adviceOn(reminding({ at: "-PT29M" }))).toEqual([]);
    expect(
      adviceOn(
        reminding({ metric: "resolution" }, [{ id: "a", targets: { "*": { ...all, resolution: "P1D" } } }]),
      ),
    ).toEqual([]);
    const scaled = [
      { id: "slow", when: vip, scale: { firstResponse: 3 } },
      { id: "all", targets: { "*": all } },
    ];
    expect(adviceOn(reminding({}, scaled))).toEqual(["info /spec/reminders/0/at sla.reminder-skipped"]);
    const phase = {
      id: "p",
      from: "2026-06-01T00:00:00Z",
      until: "2026-06-02T00:00:00Z",
      sla: [{ policy: "mine", scale: { firstResponse: 2 } }],
    };
    const campaign = documentOf("campaign", { from: phase.from, until: phase.until, phases: [phase] });
    expect(adviceOn(reminding({}), { documents: [...starterOptions.documents, campaign] })).toEqual([
      "info /spec/reminders/0/at sla.reminder-skipped",
    ]);
  });

  it("warns of one for a metric that has no target", () => {
    expect(adviceOn(reminding({ metric: "assignment" }))).toEqual([
      "warning /spec/reminders/0/metric sla.reminder-no-target",
    ]);
    expect(adviceOn(mended(reminding({ metric: "assignment" }), "sla.reminder-no-target"))).toEqual([]);
  });
});
