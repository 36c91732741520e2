/** The Double 11 campaign of the starter pack over its SLA policy: whose promise it changes, and whose it does not. */
import { type Priority, parseDocument, priorities } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { compileDefinitions } from "../definitions/compile.ts";

const { documents, settings, people } = ecommerceStarter;
const live = documents.map((document) => ({ document, revision: 1 }));
const definitions = compileDefinitions({ live, settings, people });
const inSale = Date.parse("2026-11-11T12:00:00+08:00");
const before = Date.parse("2026-11-01T12:00:00+08:00");

type Facts = Readonly<Record<string, string | number>>;
const web: Facts = { "ticket.channel": "taobao", "ticket.category": "presales.size" };
/** A channel that the house adds later. */
const form: Facts = { ...web, "ticket.channel": "form" };

/** First response, next response and resolution as they are written, with what multiplies them. */
function promised(facts: Facts, priority: Priority, now: number) {
  const policy = definitions.sla("default");
  const overlays = definitions.campaigns(now).sla("default");
  const targets = policy?.targets(facts, priority, now);
  const laid = overlays.flatMap((from) => policy?.overlay(from) ?? []);
  return (["firstResponse", "nextResponse", "resolution"] as const).map((metric) => {
    const value = targets?.rule(metric, laid)?.value;
    return value?.type === "duration" ? [value.text, ...value.factors].join(" × ") : value;
  });
}

describe("the Double 11 campaign of the starter pack", () => {
  it("gives an ordinary question longer: P2 1 h and 36 h, P3 4 h and 5 days", () => {
    expect(promised(form, "P2", inSale)).toEqual(["PT1H", "PT30M", "PT36H"]);
    expect(promised(form, "P3", inSale)).toEqual(["PT4H", "PT2H", "P5D"]);
  });

  it("answers chats in 30 and 90 seconds all the same", () => {
    expect(promised(web, "P2", inSale)).toEqual(["PT30S", "PT90S", "PT36H"]);
    expect(promised(web, "P3", inSale)).toEqual(["PT30S", "PT90S", "P5D"]);
  });

  it.each<[string, Facts]>([
    ["VIP", { ...form, "customer.tier": "vip" }],
    ["a big spender in a chat", { ...web, "customer.annualSpend": 30_000 }],
    ["a refund", { ...web, "ticket.category": "aftersales.refund-delayed" }],
    ["a complaint", { ...form, "ticket.category": "complaints.service" }],
    ["an invoice", { ...web, "ticket.category": "finance.vat-invoice" }],
    ["mail", { ...web, "ticket.channel": "mail" }],
    ["phone", { ...web, "ticket.channel": "phone" }],
  ])("keeps the promise to %s", (_, facts) => {
    for (const priority of priorities)
      expect(promised(facts, priority, inSale)).toEqual(promised(facts, priority, before));
  });

  it("keeps P0 and P1", () => {
    for (const facts of [web, form])
      for (const priority of ["P0", "P1"] as const)
        expect(promised(facts, priority, inSale)).toEqual(promised(facts, priority, before));
  });

  it("is well-formed", () => {
    const campaign = documents.find(({ key }) => key === "double11-2026");
    expect(parseDocument(campaign).ok).toBe(true);
  });
});
