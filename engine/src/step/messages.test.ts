import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { compileDefinitions } from "../definitions/compile.ts";
import { simulate } from "../simulate/simulate.ts";

const document = (kind: string, key: string, spec: unknown) =>
  ({ kind, key, name: key, formatVersion: 1, spec }) as unknown as AnyDocument;

const live: readonly AnyDocument[] = [
  document("classification", "default", {
    reclassify: "until-reply",
    rules: [
      {
        id: "refund",
        when: { fact: "ticket.text", operator: "containsText", value: "退款" },
        then: { addTags: ["退款"] },
      },
    ],
  }),
  document("workflow", "intake", {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      { id: "classify", type: "classify", config: { ruleset: "default" } },
    ],
    edges: [{ id: "e1", source: "start", sourcePort: "out", target: "classify" }],
  }),
  document("workflow", "on-update", {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.updated" } },
      { id: "note", type: "reply", config: { text: "{{ event.changes | join: ',' }}", public: false } },
    ],
    edges: [{ id: "e1", source: "start", sourcePort: "out", target: "note" }],
  }),
];

const definitions = compileDefinitions({
  live: live.map((one) => ({ document: one, revision: 1 })),
  settings: {
    workspace: { name: "w", timezone: "Asia/Shanghai", closedFinalDays: 14 },
    fields: [],
    categories: [],
    channels: [],
    shops: [],
  },
  people: { agents: [], groups: [], skills: [], shifts: [] },
});

describe("a customer's message that classifies the ticket again", () => {
  it("signals the message's changes and the classification's, each once", () => {
    const message = { author: "customer", public: true, text: "我要退款", id: "m" } as const;
    const { steps } = simulate(definitions, {
      ticket: { channel: "web", subject: "在吗", customer: { id: "c" } },
      at: 0,
      events: [
        { after: 1, body: { type: "ticket.updated", changes: { status: "pending_customer" } } },
        { after: 2, body: { type: "message.received", message } },
      ],
    });
    const notes = steps.at(-1)?.messages.filter(({ author }) => author === "bot");
    expect(notes?.map(({ text }) => text)).toEqual(["status", "tags"]);
    expect(steps.at(-1)?.log.filter(({ type }) => type === "changed")).toHaveLength(2);
  });
});
