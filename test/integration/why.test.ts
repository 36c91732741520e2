/** Why, and why not: any rule of a past decision, by the revision that decided and on the facts of then. */
import type { AnyDocument } from "@sluice/schemas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringOnline, furnish, publish } from "../support/house.ts";
import { type Reply, startTestServer, type TestServer } from "../support/server.ts";
import { houseWith, smallHouse } from "../support/small-house.ts";

type Body = Reply["body"];

const rich = { fact: "order.amount", operator: "greaterThan", value: 500 };
const ruleset = (words: readonly string[]): AnyDocument => ({
  ...{ kind: "classification", key: "default", name: "默认分类", formatVersion: 1 },
  spec: {
    ...{ mode: "first", reclassify: "until-reply" },
    rules: [
      {
        ...{ id: "refund", name: "退款" },
        when: {
          all: [{ fact: "ticket.text", operator: "containsAnyText", value: words }, { condition: "rich" }],
        },
        then: { category: "aftersales.return", priority: "P1" },
      },
      {
        ...{ id: "complaint", name: "投诉" },
        when: { fact: "ticket.text", operator: "containsText", value: "投诉" },
        then: { category: "complaints", priority: "P1" },
      },
      {
        ...{ id: "owned", name: "已有人" },
        when: { fact: "agent.id", operator: "isPresent", value: true },
        then: { category: "other" },
      },
      {
        ...{ id: "asleep", name: "停用", enabled: false },
        when: { fact: "ticket.channel", operator: "equal", value: "web" },
        then: { category: "other" },
      },
    ],
    otherwise: { category: "other", priority: "P3" },
  },
});
const segment = (limit: number): AnyDocument => ({
  ...{ kind: "segment", key: "rich", name: "大额", formatVersion: 1 },
  spec: { when: { ...rich, value: limit } },
});

describe("why a past decision was made, and why not another", () => {
  let server: TestServer;
  let ticket: Body;
  const decisions = async (): Promise<Body[]> =>
    (await server.must("GET", `/tickets/${ticket.id}/decisions`)).items.filter(
      ({ decision }: Body) => decision.kind === "classification",
    );
  const why = async (at: number, query = ""): Promise<Body> => {
    const { event } = (await decisions())[at];
    return server.must("GET", `/tickets/${ticket.id}/decisions/${event}/why${query}`);
  };
  const ruleOf = (answer: Body, id: string): Body => answer.rules.find((rule: Body) => rule.id === id);

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server, houseWith(smallHouse, [segment(500), ruleset(["退款"])]));
    await bringOnline(server, ["b1"]);
    await server.advance("PT1M");
    ticket = await server.must("POST", "/tickets", {
      ...{ channel: "web", subject: "我要退款", body: "我要投诉", customer: { id: "c1" } },
      order: { id: "o1", amount: 300 },
    });
    await server.advance("PT1M");
    await server.must("POST", `/tickets/${ticket.id}/messages`, {
      ...{ author: "customer", public: true, text: "在吗" },
    });
    // Afterwards everything changes: the words, the limit, the ticket.
    await server.advance("PT1M");
    await publish(server, [segment(100), ruleset(["空包"])]);
    await server.must("PATCH", `/tickets/${ticket.id}`, { addTags: ["changed"], priority: "P0" });
  });
  afterAll(() => server.stop());

  it("tells each rule by the revision and the segments of then, and that they come to the same", async () => {
    const answer = await why(0);
    expect(answer).toMatchObject({ ref: { key: "default", revision: 1 }, same: true });
    expect(answer.rules.map(({ id, state }: Body) => [id, state])).toEqual([
      ["refund", "not-matched"],
      ["complaint", "matched"],
      ["owned", "not-reached"],
      ["asleep", "disabled"],
    ]);
    expect(answer.facts).toMatchObject({ "order.amount": 300, "ticket.text": "我要退款\n我要投诉" });
  });

  it("shows of a rule that missed every leaf with its value, hit or miss, and the words with their places", async () => {
    const { rules } = await why(0, "?rule=refund");
    expect(rules).toHaveLength(1);
    const [words, limit] = rules[0].condition.children;
    expect(words).toMatchObject({ result: true, matches: [{ keyword: "退款", start: 2, end: 4 }] });
    expect(limit).toMatchObject({
      ...{ type: "segment", segment: "rich", result: false },
      children: [{ fact: "order.amount", expected: 500, actual: 300, result: false }],
    });
  });

  it("shows what a rule that took no part would have come to", async () => {
    const answer = await why(0);
    expect(ruleOf(answer, "asleep").condition).toMatchObject({ actual: "web", result: true });
    expect(ruleOf(answer, "owned").condition).toMatchObject({ fact: "agent.id", result: false });
  });

  it("knows what had happened to the ticket by a later decision", async () => {
    const answer = await why(1);
    expect(answer).toMatchObject({ same: true, facts: { "agent.id": "b1" } });
    expect(answer.facts["ticket.text"]).toContain("在吗");
    expect(ruleOf(answer, "owned")).toMatchObject({ state: "not-reached", condition: { actual: "b1" } });
  });

  it("also answers for tickets of a clock that was set back before anything was published", async () => {
    await server.setClock("2026-02-02T10:00:00+08:00");
    const body = {
      channel: "web",
      subject: "空包",
      customer: { id: "c2" },
      order: { id: "o2", amount: 300 },
    };
    const early = await server.must("POST", "/tickets", body);
    const { items } = await server.must("GET", `/tickets/${early.id}/decisions`);
    const decided = items.find(({ decision }: Body) => decision.kind === "classification");
    const answer = await server.must("GET", `/tickets/${early.id}/decisions/${decided.event}/why`);
    expect(answer.ref).toMatchObject({ key: "default", revision: 2 });
    expect(ruleOf(answer, "refund").condition.children[0]).toMatchObject({
      expected: ["空包"],
      result: true,
    });
  });

  it("answers 404 for a rule that the revision has not, and an event that decided nothing", async () => {
    const [{ event }] = await decisions();
    const path = `/tickets/${ticket.id}/decisions`;
    expect((await server.call("GET", `${path}/${event}/why?rule=nobody`)).status).toBe(404);
    expect((await server.call("GET", `${path}/nothing/why`)).status).toBe(404);
    const { items } = await server.must("GET", `/tickets/${ticket.id}/timeline`);
    const changed = items.find(({ type }: Body) => type === "ticket.updated");
    expect((await server.call("GET", `${path}/${changed.id}/why`)).status).toBe(404);
  });
});
