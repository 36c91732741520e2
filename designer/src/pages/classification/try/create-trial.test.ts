import { catalog, compileDefinitions, simulate } from "@sluice/engine";
import type { AnyDocument, SluiceDocument, TicketInput } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { createTrial } from "./create-trial.ts";
import type { TriedTicket, TryReply } from "./try-message.ts";

const { documents, settings, people } = ecommerceStarter;
const ruleset = documents.find(({ kind }) => kind === "classification") as SluiceDocument<"classification">;
const monday = Date.parse("2026-03-02T10:00:00+08:00");
const saleNight = Date.parse("2026-11-10T20:30:00+08:00");

const ticket = (subject: string, more: Partial<TicketInput> = {}, at = monday): TriedTicket => ({
  input: { channel: "taobao", subject, body: "", customer: { id: "c1" }, ...more },
  known: {},
  facts: {},
  at,
});

function tryOn(
  document: SluiceDocument<"classification">,
  tried: TriedTicket,
  look: number[] = [],
): TryReply {
  const answer = createTrial();
  const fetched = catalog()
    .facts.filter((fact) => fact.fetched)
    .map(({ id }) => id);
  answer({ id: 1, surroundings: { documents, settings, people, fetched }, document });
  return answer({ id: 2, ticket: tried, look });
}

/** What the whole engine decides about the same ticket, workflows and all. */
function live(document: SluiceDocument<"classification">, { input, at }: TriedTicket) {
  const others = documents.filter((one) => one !== ruleset);
  const definitions = compileDefinitions({
    live: [...others, document as AnyDocument].map((one) => ({ document: one, revision: 0 })),
    settings,
    people,
  });
  const [step] = simulate(definitions, { ticket: input, at }).steps;
  return step?.decisions.find(({ kind }) => kind === "classification");
}

describe("a tried ticket", () => {
  const words = [
    "三天了还没发货，我要退款",
    "收到的是空包！！我要投诉12315",
    "在吗",
    "where is my package",
    "嘿嘿",
    "我要退貨，尺碼不對",
  ];

  it.each(words)("comes out as it does live: %s", (subject) => {
    const tried = ticket(subject, { order: { id: "o1", amount: 6_000 } });
    const { ref: _, ...decision } = tryOn(ruleset, tried).answer?.decision ?? { ref: null };
    expect(decision).toMatchObject({ kind: "classification" });
    expect(live(ruleset, tried)).toMatchObject(decision);
  });

  it("is asked by the rules of a campaign in force first, and says so", () => {
    const campaign = documents.find(({ kind }) => kind === "campaign") as SluiceDocument<"campaign">;
    const prepended = campaign.spec.phases.flatMap(({ classification = [] }) => classification);
    const tried = ticket("预售的尾款付不了", {}, saleNight);
    const answer = tryOn(ruleset, tried).answer;
    expect(prepended.length > 0).toBe((answer?.campaignRules.length ?? 0) > 0);
    for (const rule of answer?.campaignRules ?? []) expect(rule.campaign).toBe(campaign.name);
    expect(live(ruleset, tried)).toMatchObject({ outcome: answer?.decision.outcome });
    expect(answer?.states).toHaveLength(ruleset.spec.rules.length);
  });

  it("keeps the priority that it was given", () => {
    const answer = tryOn(ruleset, ticket("着火了", { priority: "P3" })).answer;
    expect(answer?.decision).toMatchObject({ outcome: { priority: "P3" }, sources: { priority: "caller" } });
  });
});

describe("the states of rules", () => {
  const says = (word: string) => ({ fact: "ticket.text", operator: "containsAnyText", value: [word] });
  const drawn: SluiceDocument<"classification"> = {
    ...ruleset,
    spec: {
      rules: [
        { id: "miss", when: says("退款"), then: { addTags: ["x"] } },
        { id: "off", enabled: false, when: says("发货"), then: { addTags: ["x"] } },
        { id: "past", activeUntil: "2020-01-01T00:00:00Z", when: says("发货"), then: { addTags: ["x"] } },
        { id: "hit", when: says("发货"), then: { addTags: ["y"], stop: true } },
        { id: "late", when: says("发货"), then: { addTags: ["z"] } },
      ],
    },
  };

  it("are told for each, with the rule that ended the list", () => {
    const { answer } = tryOn(drawn, ticket("什么时候发货"));
    expect(answer?.states).toEqual(["not-matched", "disabled", "inactive", "matched", "not-reached"]);
    expect(answer?.ender).toBe(3);
  });

  it("are explained only where somebody looks", () => {
    const { traces } = tryOn(drawn, ticket("什么时候发货"), [0, 3]);
    expect(traces.map(([place, trace]) => [place, trace.result])).toEqual([
      [0, false],
      [3, true],
    ]);
  });

  it("say what is wrong with a draft that cannot run, and recover", () => {
    const answer = createTrial();
    answer({ id: 1, surroundings: { documents, settings, people, fetched: [] }, document: drawn });
    const [first] = drawn.spec.rules;
    const broken = {
      ...drawn,
      spec: { rules: [{ ...first, when: { fact: "ticket.text", operator: "resembles", value: "x" } }] },
    } as SluiceDocument<"classification">;
    expect(answer({ id: 2, document: broken, ticket: ticket("x") })).toMatchObject({
      answer: null,
      fault: { message: expect.stringContaining("resembles") },
    });
    expect(answer({ id: 3, document: drawn })).toMatchObject({ fault: null, answer: { ender: null } });
  });

  it("are not known where a plugin's fact is missing, and known once it is written", () => {
    const asks = {
      ...drawn,
      spec: {
        rules: [
          {
            id: "a",
            when: { fact: "risk.score", operator: "greaterThan", value: 5 },
            then: { addTags: ["r"] },
          },
        ],
      },
    };
    const answer = createTrial();
    answer({ id: 1, surroundings: { documents, settings, people, fetched: ["risk.score"] }, document: asks });
    expect(answer({ id: 2, ticket: ticket("x") }).answer).toMatchObject({
      states: ["unknown"],
      fetched: ["risk.score"],
    });
    const known = { ...ticket("x"), facts: { "risk.score": 9 } };
    expect(answer({ id: 3, ticket: known }).answer?.states).toEqual(["matched"]);
  });
});
