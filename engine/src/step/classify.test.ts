import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { FactsNeeded } from "../definitions/facts-needed.ts";
import { houseOf, Story, toDocument, toWorkflow } from "./story.fixture.ts";

/** A rule by keyword; what a rule gives is called `then`. */
const rule = (id: string, when: object, gives: object) => ({ id, when, then: gives });
const says = (value: string) => ({ fact: "ticket.text", operator: "containsText", value });

const ruleset = (rest: object = {}): AnyDocument =>
  toDocument("classification", "default", {
    reclassify: "until-reply",
    rules: [
      rule("refund", says("退款"), { addTags: ["退款"], category: "aftersales.refund", priority: "P1" }),
      rule("invoice", says("发票"), { addTags: ["发票"], category: "invoice", priority: "P2" }),
    ],
    otherwise: { category: "other", priority: "P3" },
    ...rest,
  });
const intake = toWorkflow(
  "intake",
  { start: ["trigger", { on: "ticket.created" }], sort: ["classify", { ruleset: "default" }] },
  ["start>sort"],
);
const says2 = (author: "customer" | "agent", text: string) =>
  ({ type: "message.received", message: { id: "m", author, public: true, text } }) as const;

describe("classification in a workflow", () => {
  it("applies the outcome and keeps the decision with its revision", () => {
    const told = new Story(houseOf([ruleset(), intake]));
    const { decisions } = told.create({ subject: "申请退款" });
    expect(told.ticket).toMatchObject({ category: "aftersales.refund", priority: "P1", tags: ["退款"] });
    expect(decisions).toMatchObject([{ kind: "classification", ref: { key: "default", revision: 1 } }]);
    expect(told.current.classification).toMatchObject({ key: "default", revision: 1 });
  });

  it("leaves a priority that the caller gave, and a category that an agent set", () => {
    const told = new Story(houseOf([ruleset(), intake]));
    told.create({ subject: "在吗", priority: "P0" });
    told.tell(
      1,
      { type: "ticket.updated", changes: { category: "vip" } },
      { actor: { type: "agent", id: "a" } },
    );
    told.tell(2, says2("customer", "我要退款"));
    expect(told.ticket).toMatchObject({ category: "vip", priority: "P0", tags: ["退款"] });
  });

  it("classifies each customer message again until a human replies, then no more", () => {
    const told = new Story(houseOf([ruleset(), intake]));
    told.create({ subject: "在吗" });
    expect(told.ticket.category).toBe("other");
    told.tell(1, says2("customer", "我要退款"));
    expect(told.ticket.category).toBe("aftersales.refund");
    told.tell(2, says2("agent", "好的"));
    expect(told.tell(3, says2("customer", "还要发票")).decisions).toEqual([]);
    expect(told.ticket.tags).toEqual(["退款"]);
  });

  it("classifies once with reclassify never", () => {
    const told = new Story(houseOf([ruleset({ reclassify: "never" }), intake]));
    told.create({ subject: "在吗" });
    told.tell(1, says2("customer", "我要退款"));
    expect(told.ticket.category).toBe("other");
  });

  it("fails as an incident when the ruleset is not published", () => {
    const told = new Story(houseOf([intake]));
    expect(told.create().effects).toMatchObject([
      { type: "incident", node: "sort", code: "definition.missing" },
    ]);
  });
});

describe("rules on plugin facts", () => {
  const risky = rule("risk", { fact: "crm.risk", operator: "equal", value: "high" }, { addTags: ["风险"] });
  const both = { all: [says("退款"), { fact: "crm.risk", operator: "equal", value: "high" }] };
  const fetched = (fact: string) => fact.startsWith("crm.");
  const told = (when: object) =>
    new Story(houseOf([ruleset({ rules: [{ ...risky, when }] }), intake], { fetched }));
  const create = (story: Story, subject: string, facts?: object) => {
    const event = {
      type: "ticket.created",
      ticket: { id: "t", number: 1, input: { channel: "web", subject, customer: { id: "c" } } },
      ...(facts ? { facts } : {}),
    } as const;
    return story.tell(0, event);
  };

  it("ask for the facts that the outcome depends on, and for no others", () => {
    expect(() => create(told(both), "申请退款")).toThrow(new FactsNeeded(["crm.risk"]));
    expect(create(told(both), "在吗").decisions).toHaveLength(1);
  });

  it("take the facts that are stored with the event", () => {
    const high = told(both);
    create(high, "申请退款", { "crm.risk": "high" });
    expect(high.ticket.tags).toEqual(["风险"]);
    const none = told(both);
    create(none, "申请退款", { "crm.risk": null });
    expect(none.ticket.tags).toEqual([]);
  });
});
