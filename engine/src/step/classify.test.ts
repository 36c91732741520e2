import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
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
    expect(() => create(told(both), "申请退款")).toThrow(
      expect.objectContaining({ name: "FactsNeeded", facts: ["crm.risk"] }),
    );
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

describe("classified again because somebody asks", () => {
  const given = { category: "aftersales.refund", priority: "P1", tags: ["退款"], fields: {} } as const;
  const again = { type: "ticket.reclassify", given } as const;
  const never = ruleset({ reclassify: "never" });
  /** The ticket that the first rules classified, told on under the house's next revision. */
  function under(rules: readonly object[], input: object = { subject: "申请退款" }) {
    const first = new Story(houseOf([never, intake]));
    first.create(input);
    const next = new Story(houseOf([ruleset({ reclassify: "never", rules }), intake]));
    next.state = first.current;
    return next;
  }
  const invoiceOnly = [
    rule("invoice", says("退款"), { addTags: ["发票"], category: "invoice", priority: "P2" }),
  ];

  it("takes back what the bad rule gave, and gives what the rules say now", () => {
    const told = under(invoiceOnly);
    const { decisions, log } = told.tell(1, again);
    expect(told.ticket).toMatchObject({ category: "invoice", priority: "P2", tags: ["发票"] });
    expect(decisions).toMatchObject([{ kind: "classification", outcome: { category: "invoice" } }]);
    expect(log).toMatchObject([{ type: "changed", changes: { category: ["aftersales.refund", "invoice"] } }]);
  });

  it("leaves what is not there any more to `otherwise`, and what is unset to a new ticket's values", () => {
    const told = under([]);
    told.tell(1, again);
    expect(told.ticket).toMatchObject({ category: "other", priority: "P3", tags: [] });
    const bare = under([]);
    const house = houseOf([ruleset({ reclassify: "never", rules: [], otherwise: {} }), intake]);
    const empty = new Story(house);
    empty.state = bare.current;
    empty.tell(1, again);
    expect(empty.ticket).toMatchObject({ category: null, priority: "P3", tags: [] });
  });

  it("keeps what people chose: priority, category, their tags, fields that have changed", () => {
    const told = under(invoiceOnly, { subject: "申请退款", priority: "P0", tags: ["加急"] });
    const changes = { category: "vip", fields: { reason: "new" } };
    told.tell(1, { type: "ticket.updated", changes }, { actor: { type: "agent", id: "a" } });
    told.tell(2, { type: "ticket.reclassify", given: { ...given, fields: { reason: "old" } } });
    expect(told.ticket).toMatchObject({ category: "vip", priority: "P0", fields: { reason: "new" } });
    expect(told.ticket.tags).toEqual(["加急", "发票"]);
  });

  it("reads the words that the ticket came in with, also after a reply", () => {
    const told = under(invoiceOnly);
    told.tell(1, says2("agent", "好的"));
    told.tell(2, says2("customer", "谢谢"));
    told.tell(3, again);
    expect(told.ticket.category).toBe("invoice");
    expect(told.current.text.last).toBe("谢谢");
  });

  it("is refused for a ticket that no ruleset has classified", () => {
    const told = new Story(houseOf([never]));
    told.create();
    expect(() => told.tell(1, again)).toThrow(expect.objectContaining({ code: "definition.missing" }));
  });
});
