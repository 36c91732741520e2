import type { AnyDocument, Condition } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, problemsOf, starterOptions } from "./check.fixture.ts";

const segment = (key: string, when: Condition): AnyDocument => documentOf("segment", { when }, key);
const vip: Condition = { fact: "customer.tier", operator: "equal", value: "vip" };
const night: Condition = { fact: "time.hour", operator: "lessThan", value: 6 };

describe("checkDocument of a segment", () => {
  it("accepts a condition over known facts and segments", () => {
    expect(problemsOf(segment("mine", { all: [vip, { condition: "complaint" }, night] }))).toEqual([]);
  });

  it("points at unknown facts, operators and segments", () => {
    const when: Condition = {
      all: [
        { fact: "order.colour", operator: "equal", value: 1 },
        { ...vip, operator: "is" },
        { condition: "x" },
      ],
    };
    expect(problemsOf(segment("mine", when))).toEqual([
      "/spec/when/all/0/fact condition.unknown-fact",
      "/spec/when/all/1/operator condition.unknown-operator",
      "/spec/when/all/2/condition condition.unknown-segment",
    ]);
  });

  it("refuses itself, and a circle through another", () => {
    expect(problemsOf(segment("mine", { condition: "mine" }))).toEqual([
      "/spec/when/condition condition.segment-cycle",
    ]);
    const other = segment("other", { not: { condition: "mine" } });
    expect(
      problemsOf(segment("mine", { any: [vip, { condition: "other" }] }), {
        documents: [...starterOptions.documents, other],
      }),
    ).toEqual(["/spec/when/any/1/condition condition.segment-cycle"]);
  });

  it("knows calendars, and those that are missing", () => {
    const within = (value: string): Condition => ({
      fact: "ticket.createdAt",
      operator: "withinCalendar",
      value,
    });
    expect(problemsOf(segment("mine", { any: [within("online"), within("24x7")] }))).toEqual([]);
    expect(problemsOf(segment("mine", within("moon")))).toEqual(["/spec/when/value reference.missing"]);
  });

  it("refuses what an SLA tier that uses it refuses, through other segments too", () => {
    expect(problemsOf(segment("chat-channels", night))).toEqual([
      "/spec/when/fact condition.fact-not-allowed",
    ]);
    const through = segment("chat-channels", { condition: "inner" });
    expect(
      problemsOf(segment("inner", night), { documents: [...starterOptions.documents, through] }),
    ).toEqual(["/spec/when/fact condition.fact-not-allowed"]);
    expect(problemsOf(segment("inner", night))).toEqual([]);
  });
});
