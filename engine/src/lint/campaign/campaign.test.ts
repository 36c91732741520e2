import type { AnyDocument, CampaignPhase } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, starterOptions } from "../../check/check.fixture.ts";
import { adviceOn, linted } from "../lint.fixture.ts";

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
    expect(adviceOn(mine, ranked)).toEqual(["info /spec/phases/0 campaign.overlap"]);
    expect(linted(mine, ranked)[0]?.message.en).toContain("other wins");
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

  it("does not compare working days with hours", () => {
    expect(adviceOn(promising({ P3: { resolution: "P1D" } }))).toEqual([]);
  });
});

describe("over", () => {
  it("mentions a campaign whose time is past, where the time is known", () => {
    const document = campaign([phase("a", 5, 10)]);
    expect(adviceOn(document, { now: Date.parse(day(25)) })).toEqual(["info /spec/until campaign.over"]);
    expect(adviceOn(document, { now: Date.parse(day(24)) })).toEqual([]);
  });
});
