import type { Condition } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../check/check.fixture.ts";
import { adviceOn, mended } from "../lint.fixture.ts";

const leaf = (fact: string, operator: string, value: unknown): Condition =>
  ({ fact, operator, value }) as Condition;
const ruleset = (when: Condition) =>
  documentOf("classification", { mode: "all", rules: [{ id: "a", when, then: { addTags: ["x"] } }] });
const advice = (when: Condition) =>
  adviceOn(ruleset(when)).map((line) => line.replace("/spec/rules/0/when", "~"));

describe("never", () => {
  const impossible: readonly (readonly [name: string, all: readonly Condition[]])[] = [
    [
      "two values of one fact",
      [leaf("ticket.channel", "equal", "jd"), leaf("ticket.channel", "equal", "pdd")],
    ],
    [
      "lists without a common item",
      [leaf("ticket.channel", "in", ["jd"]), leaf("ticket.channel", "in", ["pdd", "web"])],
    ],
    ["an empty range", [leaf("order.amount", "greaterThan", 500), leaf("order.amount", "lessThan", 500)]],
    ["a value outside a range", [leaf("order.amount", "equal", 3), leaf("order.amount", "greaterThan", 500)]],
    [
      "a value that is asked to be absent",
      [leaf("order.id", "isPresent", false), leaf("order.id", "equal", "1")],
    ],
    [
      "a condition and its denial",
      [{ condition: "big-order" }, { not: leaf("order.amount", "greaterThanInclusive", 5_000) }],
    ],
    [
      "dates the wrong way round",
      [
        leaf("ticket.createdAt", "after", "2026-05-01T00:00:00Z"),
        leaf("ticket.createdAt", "before", "2026-04-01T00:00:00Z"),
      ],
    ],
  ];

  it.each(impossible)("warns of %s", (_name, all) => {
    expect(advice({ all })).toEqual(["warning ~ condition.never"]);
    expect(adviceOn(mended(ruleset({ all }), "condition.never")).join()).not.toContain("never");
    expect(advice({ any: [leaf("ticket.shop", "isPresent", true), { all: [{ all }] }] })).toEqual([
      "warning ~/any/1 condition.never",
    ]);
  });

  it("warns of a range whose ends are swapped", () => {
    expect(advice(leaf("order.amount", "between", [5, 3]))).toEqual(["warning ~ condition.never"]);
    expect(adviceOn(mended(ruleset(leaf("order.amount", "between", [5, 3])), "condition.never"))).toEqual([]);
  });

  it("is silent about what may hold", () => {
    expect(
      advice({
        all: [
          leaf("order.amount", "greaterThanInclusive", 500),
          leaf("order.amount", "lessThanInclusive", 500),
        ],
      }),
    ).toEqual([]);
    expect(
      advice({ all: [leaf("ticket.tags", "contains", "a"), leaf("ticket.tags", "contains", "b")] }),
    ).toEqual([]);
    expect(
      advice({ any: [leaf("ticket.channel", "equal", "jd"), leaf("ticket.channel", "equal", "pdd")] }),
    ).toEqual([]);
  });
});

describe("missing-counts", () => {
  const notGold = leaf("customer.tier", "notEqual", "gold");

  it("mentions a comparison that a missing fact passes, and asks for a value", () => {
    expect(advice(notGold)).toEqual(["info ~ condition.missing-counts"]);
    expect(advice({ any: [leaf("customer.tier", "notIn", ["a"])] })).toEqual([
      "info ~/any/0 condition.missing-counts",
    ]);
    expect(adviceOn(mended(ruleset(notGold), "condition.missing-counts"))).toEqual([]);
  });

  it("is silent where a value is there, asked for, or denied", () => {
    expect(advice(leaf("ticket.priority", "notEqual", "P0"))).toEqual([]);
    expect(advice({ all: [leaf("customer.tier", "isPresent", true), { any: [notGold] }] })).toEqual([]);
    expect(advice({ not: notGold })).toEqual([]);
  });

  it("looks into the nodes of workflows and into segments", () => {
    expect(adviceOn(documentOf("segment", { when: notGold }, "vip"))).toEqual([
      "info /spec/when condition.missing-counts",
    ]);
    const nodes = [
      { id: "t", type: "trigger", config: { on: "ticket.updated", when: notGold } },
      { id: "e", type: "end" },
    ];
    const edges = [{ id: "e1", source: "t", sourcePort: "out", target: "e" }];
    expect(adviceOn(documentOf("workflow", { nodes, edges }))).toEqual([
      "info /spec/nodes/0/config/when condition.missing-counts",
    ]);
  });
});
