import type { AnyDocument, CampaignPhase } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, starterOptions } from "../../check/check.fixture.ts";
import { adviceOn, linted, mended } from "../lint.fixture.ts";

const day = (date: number) => `2026-06-${String(date).padStart(2, "0")}T00:00:00+08:00`;
const sla = [{ policy: "default", scale: { firstResponse: 2 } }];
const phase = (
  id: string,
  from: number,
  until: number,
  more: Partial<CampaignPhase> = {},
): CampaignPhase => ({
  id,
  from: day(from),
  until: day(until),
  sla,
  ...more,
});
const campaign = (phases: readonly CampaignPhase[], key = "mine", precedence = 0) =>
  documentOf("campaign", { from: day(5), until: day(25), precedence, phases }, key);
const beside = (other: AnyDocument) => ({ documents: [...starterOptions.documents, other] });

describe("overlap", () => {
  const mine = campaign([phase("a", 5, 15)]);

  it("warns of another campaign of equal precedence, and mentions one that is ranked", () => {
    expect(adviceOn(mine, beside(campaign([phase("x", 10, 20)], "other")))).toEqual([
      "warning /spec/phases/0 campaign.overlap",
    ]);
    const ranked = beside(campaign([phase("x", 10, 20)], "other", 7));
    expect(adviceOn(mine, ranked)).toEqual(["info /spec/phases/0 campaign.overlap-ranked"]);
    expect(linted(mine, ranked)[0]?.message.en).toContain("other wins");
    const tied = beside(campaign([phase("x", 10, 20)], "other"));
    expect(adviceOn(mended(mine, "campaign.overlap", tied), tied)).toEqual([
      "info /spec/phases/0 campaign.overlap-ranked",
    ]);
  });

  it("is silent where the times or the policies are apart", () => {
    expect(adviceOn(mine, beside(campaign([phase("x", 15, 20)], "other")))).toEqual([]);
    const routing = [{ policy: "default", capacity: { rapid: 2 } }];
    expect(adviceOn(mine, beside(campaign([phase("x", 5, 20, { sla: [], routing })], "other")))).toEqual([]);
  });
});

describe("phase-overlap", () => {
  it("warns of phases that change the same thing at the same time", () => {
    expect(adviceOn(campaign([phase("a", 5, 10), phase("b", 9, 12)]))).toEqual([
      "warning /spec/phases/1 campaign.phase-overlap",
    ]);
    expect(adviceOn(campaign([phase("a", 5, 10), phase("b", 10, 12)]))).toEqual([]);
    const overlapping = [
      [phase("a", 5, 10), phase("b", 9, 12)],
      [phase("a", 9, 12), phase("b", 5, 10)],
    ];
    for (const phases of overlapping)
      expect(adviceOn(mended(campaign(phases), "campaign.phase-overlap"))).toEqual([]);
  });
});

describe("a campaign of very many phases", () => {
  it("is looked at so far: the first hundred are compared with each other", () => {
    const phases = Array.from({ length: 2_000 }, (_, index) => phase(`p${index}`, 5, 10));
    expect(adviceOn(campaign(phases))).toHaveLength((100 * 99) / 2);
  });
});

describe("shorter-promise", () => {
  const promising = (targets: object) =>
    campaign([phase("a", 5, 10, { sla: [{ policy: "default", targets }] })]);

  it("mentions a target that is tighter than the policy's own", () => {
    expect(adviceOn(promising({ P3: { resolution: "PT24H" }, P2: { resolution: "PT36H" } }))).toEqual([
      "info /spec/phases/0/sla/0/targets/P3/resolution campaign.shorter-promise",
    ]);
    expect(adviceOn(promising({ "*": { firstResponse: "PT1H" } }))).toEqual([
      "info /spec/phases/0/sla/0/targets/*/firstResponse campaign.shorter-promise",
    ]);
  });

  it("offers the usual target, also in a cell of its own beside one for all", () => {
    const tighter = [
      promising({ P3: { resolution: "PT24H" } }),
      promising({ "*": { firstResponse: "PT1H" } }),
    ];
    for (const document of tighter)
      expect(adviceOn(mended(document, "campaign.shorter-promise"))).toEqual([]);
  });

  it("mentions a factor below one", () => {
    const scaled = campaign([
      phase("a", 5, 10, { sla: [{ policy: "default", scale: { resolution: 0.5 } }] }),
    ]);
    expect(adviceOn(scaled)).toEqual(["info /spec/phases/0/sla/0/scale/resolution campaign.shorter-factor"]);
    expect(adviceOn(mended(scaled, "campaign.shorter-factor"))).toEqual([]);
  });

  it("says nothing of some tickets whose own promise may be tighter still, nor of other calendars", () => {
    const chat = { fact: "ticket.channel", operator: "equal", value: "taobao" };
    const ofSome = [{ policy: "default", when: chat, targets: { P3: { firstResponse: "PT1M" } } }];
    expect(adviceOn(campaign([phase("a", 5, 10, { sla: ofSome })]))).toEqual([]);
    const elsewhere = [{ policy: "default", calendar: "finance", targets: { P3: { resolution: "PT24H" } } }];
    expect(adviceOn(campaign([phase("a", 5, 10, { sla: elsewhere })]))).toEqual([]);
    const always = [{ policy: "default", calendar: "24x7", targets: { P3: { resolution: "PT24H" } } }];
    expect(adviceOn(campaign([phase("a", 5, 10, { sla: always })]))).toEqual([
      "info /spec/phases/0/sla/0/targets/P3/resolution campaign.shorter-promise",
    ]);
  });

  it("does not compare working days with hours", () => {
    expect(adviceOn(promising({ P3: { resolution: "P1D" } }))).toEqual([]);
  });
});

describe("open-clocks-shorten", () => {
  const edged = (scale: number, edges: object) =>
    campaign([
      phase("a", 5, 10, { sla: [{ policy: "default", scale: { firstResponse: scale }, ...edges }] }),
    ]);

  it("mentions an end that takes back what was promised", () => {
    const document = edged(2, { onEnd: "retarget", inFlight: "retarget" });
    expect(adviceOn(document)).toEqual(["info /spec/phases/0/sla/0/onEnd campaign.end-shortens"]);
    expect(adviceOn(mended(document, "campaign.end-shortens"))).toEqual([]);
  });

  it("mentions a start that tightens what was promised", () => {
    const document = edged(0.5, { onEnd: "retarget", inFlight: "retarget" });
    expect(adviceOn(document)).toContain("info /spec/phases/0/sla/0/inFlight campaign.start-shortens");
    expect(adviceOn(mended(document, "campaign.start-shortens"))).toEqual([
      "info /spec/phases/0/sla/0/scale/firstResponse campaign.shorter-factor",
    ]);
    expect(adviceOn(edged(2, { onEnd: "lenient", inFlight: "lenient" }))).toEqual([]);
  });
});

describe("prepended-rules", () => {
  const says = (...value: string[]) => ({ fact: "ticket.text", operator: "containsAnyText", value });

  it("finds in rules of a phase what it finds in those of a ruleset", () => {
    const prepend = [
      { id: "a", when: says("尾款"), then: { category: "presales.deposit" } },
      { id: "b", when: says("付尾款"), then: { category: "presales.promotion" } },
      { id: "c", when: says("x"), enabled: false, then: { addTags: ["x"] } },
    ];
    const classification = [{ ruleset: "default", prepend }];
    const path = "/spec/phases/0/classification/0/prepend";
    const document = campaign([phase("a", 5, 10, { sla: [], classification })]);
    expect(adviceOn(document)).toEqual([
      `warning ${path}/1/then/category classification.overruled`,
      `info ${path}/2/enabled classification.disabled`,
    ]);
    expect(adviceOn(mended(document, "classification.overruled"))).toHaveLength(1);
  });
});

describe("prepended-routes", () => {
  it("finds in routes of a phase what it finds in those of a policy", () => {
    const prepend = [
      { id: "a", steps: [{ pool: "general" }, { group: "rapid" }] },
      { id: "b", steps: [{ pool: "general" }] },
    ];
    const path = "/spec/phases/0/routing/0/prepend";
    const document = campaign([phase("a", 5, 10, { sla: [], routing: [{ policy: "default", prepend }] })]);
    expect(adviceOn(document)).toEqual([
      `warning ${path}/1 routing.route-unreachable`,
      `warning ${path}/0/steps/1 routing.step-unreachable`,
    ]);
  });
});

describe("over", () => {
  it("mentions a campaign whose time is past, where the time is known", () => {
    const document = campaign([phase("a", 5, 10)]);
    expect(adviceOn(document, { now: Date.parse(day(25)) })).toEqual(["info /spec/until campaign.over"]);
    expect(adviceOn(document, { now: Date.parse(day(24)) })).toEqual([]);
  });
});
