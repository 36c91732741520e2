import { compileDefinitions, simulate } from "@sluice/engine";
import type { AnyDocument, ClassificationDecision, SluiceDocument } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import type { TimelineItem } from "../../client/types.ts";
import { whyNot } from "./why-not.ts";

const { documents, settings, people } = ecommerceStarter;
const ruleset = documents.find(({ kind }) => kind === "classification") as SluiceDocument<"classification">;
const at = Date.parse("2026-03-02T10:00:00+08:00");

/** A ticket's life in the engine, and its timeline as the api would answer it. */
function live(words: readonly string[]) {
  const definitions = compileDefinitions({
    live: documents.map((document) => ({ document, revision: 1 })),
    settings,
    people,
  });
  const [subject = "", ...later] = words;
  const { steps } = simulate(definitions, {
    ticket: { channel: "taobao", subject, customer: { id: "c1" } },
    at,
    number: 1,
    events: later.map((text, index) => ({
      after: (index + 1) * 60_000,
      body: {
        type: "message.received",
        message: { id: `m${index}`, author: "customer", public: true, text },
      },
    })),
  });
  const told = steps.filter(({ event }) => ["ticket.created", "message.received"].includes(event.type));
  const timeline = told.map(({ event, decisions }) => {
    const { id, type, at: when, actor, ...data } = event;
    return { id, type, at: new Date(when).toISOString(), actor, data, decisions, seq: 0, log: [] };
  }) as unknown as readonly TimelineItem[];
  const last = timeline.at(-1);
  const decision = last?.decisions.find(({ kind }) => kind === "classification") as ClassificationDecision;
  return { timeline, event: last?.id ?? "", decision };
}

const ask = (story: ReturnType<typeof live>, drawn: SluiceDocument<"classification"> = ruleset) =>
  whyNot({ ...story, ruleset: drawn, documents: documents as readonly AnyDocument[], settings, people });

describe("why not", () => {
  it("comes to the same matches as then, on creation and after more words", () => {
    expect(ask(live(["三天了还没发货，我要退款"]))?.same).toBe(true);
    const chat = live(["在吗", "我要退款", "不然打12315"]);
    expect(chat.decision.matched.map(({ id }) => id)).toContain("regulator-hotline");
    expect(ask(chat)?.same).toBe(true);
  });

  it("gives every rule that did not match the part that failed", () => {
    const answer = ask(live(["三天了还没发货，我要退款"]));
    const lawyer = answer?.rules.find(({ id }) => id === "legal");
    expect(lawyer).toMatchObject({ state: "not-matched", trace: { result: false } });
    expect(answer?.rules.some(({ id }) => id === "urge")).toBe(false);
  });

  it("says when asking again comes to something else", () => {
    const story = live(["三天了还没发货，我要退款"]);
    const changed = { ...ruleset, spec: { ...ruleset.spec, rules: ruleset.spec.rules.slice(0, 5) } };
    expect(ask(story, changed)?.same).toBe(false);
  });

  it("has no answer without the ticket's beginning", () => {
    expect(ask({ ...live(["在吗"]), timeline: [] })).toBeUndefined();
  });
});
