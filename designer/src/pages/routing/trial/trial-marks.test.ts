import type { ConditionTrace, LeafTrace } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import type { RoutingPreview } from "../../../client/routing.ts";
import { failingLeaf } from "./failing-leaf.ts";
import { askedRoutes, cardState, laneState } from "./trial-marks.ts";

const route = (id: string, result: boolean, campaign: string | null = null) => ({
  route: id,
  name: id,
  campaign,
  result,
  trace: null,
});

const preview = (taken: string, routes: RoutingPreview["routes"], step = 1): RoutingPreview =>
  ({
    route: taken,
    routes,
    decision: { step, outcome: { type: "pooled", pool: "p" } },
  }) as unknown as RoutingPreview;

describe("what the try-it lights up", () => {
  it("is the lane that took the ticket; those above were asked, those below were not", () => {
    const answer = preview("b", [route("a", false), route("b", true), route("c", true)]);
    expect(["a", "b", "c"].map((id) => laneState(answer, id))).toEqual(["missed", "taken", "later"]);
    expect([0, 1, 2].map((at) => cardState(answer, at))).toEqual(["passed", "reached", "later"]);
    expect(askedRoutes(answer).map((each) => each.route)).toEqual(["a", "b"]);
  });

  it("is no lane where the fallback takes it, or a campaign's route of the same id", () => {
    const nobody = preview("fallback", [route("a", false), route("b", false)]);
    expect(["a", "b"].map((id) => laneState(nobody, id))).toEqual(["missed", "missed"]);
    const campaign = preview("a", [route("a", true, "double11"), route("a", false), route("b", false)]);
    expect(laneState(campaign, "a")).toBe("missed");
  });
});

const leaf = (fact: string, result: boolean): LeafTrace => ({
  type: "leaf",
  fact,
  operator: "equal",
  expected: 1,
  actual: 2,
  result,
});
const list = (type: "all" | "any", result: boolean, ...children: ConditionTrace[]): ConditionTrace => ({
  type,
  result,
  children,
});

describe("the line that kept a condition from holding", () => {
  it("is the first that failed, deep inside too", () => {
    expect(failingLeaf(list("all", false, leaf("a", true), list("any", false, leaf("b", false))))?.fact).toBe(
      "b",
    );
    expect(failingLeaf(leaf("a", true))).toBeUndefined();
  });

  it("is the line that held inside a negation", () => {
    const not: ConditionTrace = { type: "not", result: false, children: [leaf("a", true)] };
    expect(failingLeaf(not)?.fact).toBe("a");
  });
});
