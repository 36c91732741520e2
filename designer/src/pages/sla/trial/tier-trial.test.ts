import type { SluiceDocument } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import type { Ticket } from "../../../client/types.ts";
import { toCalendars } from "../calendars.ts";
import { targetChanges } from "../publish-changes.ts";
import { factsOfTicket } from "./facts-of-ticket.ts";
import { decidingLeaves } from "./reasons.ts";
import { factsRead, segmentsOf, type TrialOptions, tryTicket } from "./tier-trial.ts";

const { documents } = ecommerceStarter;
const starter = documents.find((document): document is SluiceDocument<"sla"> => document.kind === "sla");
if (!starter) throw new Error("the starter pack has no policy");
const { spec } = starter;
const at = Date.parse("2026-03-02T10:00:00+08:00");
const options: TrialOptions = {
  priority: "P2",
  at,
  segments: segmentsOf(documents),
  calendars: toCalendars(documents, "24x7"),
  isFetched: (fact) => fact.startsWith("crm."),
};
const targets = (facts: Record<string, string>, given = options) =>
  Object.fromEntries(
    tryTicket(spec, facts, given).targets.map(({ metric, source, due }) => [
      metric,
      [[...source.scaling.map(({ tier }) => tier), source.tier].join("+"), ((due ?? at) - at) / 60_000],
    ]),
  );

describe("a ticket on the policy", () => {
  it("gets the standard, and half of it as a VIP", () => {
    expect(targets({ "ticket.channel": "api" })).toMatchObject({
      firstResponse: ["standard", 30],
      resolution: ["standard", 32 * 60],
    });
    expect(targets({ "ticket.channel": "api", "customer.tier": "vip" })).toMatchObject({
      firstResponse: ["vip+standard", 15],
      resolution: ["vip+standard", 12 * 60],
    });
  });

  it("gets the platform's own deadline where the ticket names it", () => {
    const due = "2026-03-02T12:00:00+08:00";
    expect(targets({ "ticket.fields.platformDue": due })).toMatchObject({ platformDue: ["platform", 120] });
    expect(targets({})).not.toHaveProperty("platformDue");
  });

  it("is told which tiers it matches, and why", () => {
    const { tiers } = tryTicket(spec, { "ticket.channel": "phone" }, options);
    expect(tiers.map(({ id, holds }) => [id, holds])).toEqual([
      ["platform", false],
      ["chat", false],
      ["vip", false],
      ["invoice", false],
      ["phone", true],
      ["mail", false],
      ["standard", true],
    ]);
    const phone = tiers.find(({ id }) => id === "phone")?.trace;
    expect(phone && decidingLeaves(phone, 2)).toMatchObject([{ fact: "ticket.channel", actual: "phone" }]);
  });

  it("is uncertain where a plugin would have to be asked, or a segment is not there", () => {
    const when = { fact: "crm.risk", operator: "equal", value: "high" };
    const asked = {
      ...spec,
      tiers: [
        { id: "risky", when },
        { id: "gone", when: { condition: "gone" } },
      ],
    };
    expect(tryTicket(asked, {}, options).tiers).toMatchObject([
      { id: "risky", holds: "unknown", needs: ["crm.risk"] },
      { id: "gone", holds: "unknown" },
    ]);
  });
});

it("the facts that tiers read include those of segments", () => {
  const read = factsRead(spec, options.segments);
  expect(read).toEqual(expect.arrayContaining(["ticket.channel", "ticket.category", "customer.tier"]));
  expect(new Set(read).size).toBe(read.length);
});

it("a stored ticket gives its facts; what it does not say is left out", () => {
  const ticket = {
    channel: "mail",
    category: null,
    subject: "发票",
    body: "请开票",
    fields: { platformDue: "2026-03-02T12:00:00Z" },
    customer: { id: "c", tier: "vip" },
    order: null,
    messages: [
      { author: "customer", text: "在吗", public: true },
      { author: "agent", text: "您好", public: true },
      { author: "customer", text: "谢谢", public: true },
    ],
  } as unknown as Ticket;
  const ids = [
    "ticket.channel",
    "ticket.category",
    "ticket.text",
    "ticket.fields.platformDue",
    "customer.tier",
    "order.amount",
  ];
  expect(factsOfTicket(ticket, ids)).toEqual({
    "ticket.channel": "mail",
    "ticket.text": "发票\n请开票\n在吗",
    "ticket.fields.platformDue": "2026-03-02T12:00:00Z",
    "customer.tier": "vip",
  });
});

it("a publish tells which cells change", () => {
  const tiers = spec.tiers.map((tier) =>
    tier.id === "standard" ? { ...tier, targets: { ...tier.targets, P2: { resolution: "PT20H" } } } : tier,
  );
  expect(targetChanges(spec, { ...spec, tiers: [...tiers, { id: "new" }] })).toEqual([
    { tier: "standard", column: "P2", metric: "firstResponse", before: "PT30M", after: undefined },
    { tier: "standard", column: "P2", metric: "nextResponse", before: "PT30M", after: undefined },
    { tier: "standard", column: "P2", metric: "resolution", before: "PT24H", after: "PT20H" },
  ]);
});
