/** The same rules in json-rules-engine and in ZEN, each in the form that its own manual proposes. */
import { type ZenDecision, ZenEngine } from "@gorules/zen-engine";
import { Engine } from "json-rules-engine";
import type { BenchRule, BenchTicket } from "./rules-data.ts";

/** Answers the ids of the rules that match a ticket. */
export type Match = (ticket: BenchTicket) => Promise<readonly string[]>;

/** One Engine with all rules; the text operators are the ones that a user would register. */
export function jsonRulesEngine(rules: readonly BenchRule[]): Match {
  const engine = new Engine();
  engine.addOperator("containsText", (text: string, word: string) => text.includes(word));
  engine.addOperator("containsAnyText", (text: string, words: string[]) =>
    words.some((word) => text.includes(word)),
  );
  for (const { id, channels, atLeast, words, tier, tierWord } of rules) {
    const text = { fact: "text", operator: "containsAnyText", value: words };
    const both = {
      all: [
        { fact: "tier", operator: "equal", value: tier },
        { fact: "text", operator: "containsText", value: tierWord },
      ],
    };
    const least =
      atLeast === null ? [] : [{ fact: "amount", operator: "greaterThanInclusive", value: atLeast }];
    engine.addRule({
      conditions: {
        all: [{ fact: "channel", operator: "in", value: channels }, ...least, { any: [text, both] }],
      },
      event: { type: "match", params: { id } },
    });
  }
  return async (ticket) => {
    const { events } = await engine.run({ ...ticket });
    return events.map((event) => String(event.params?.id));
  };
}

const quoted = (values: readonly string[]): string => values.map((value) => JSON.stringify(value)).join(", ");

function expressionOf({ words, tier, tierWord }: BenchRule): string {
  const any = words.map((word) => `contains(text, ${quoted([word])})`);
  return [...any, `(tier == ${quoted([tier])} and contains(text, ${quoted([tierWord])}))`].join(" or ");
}

/** A decision table that collects every match: two typed columns, and an expression for the second level. */
export function zen(rules: readonly BenchRule[]): Match & { dispose(): void } {
  const engine = new ZenEngine();
  const content = {
    hitPolicy: "collect",
    inputs: [
      { id: "channel", name: "channel", type: "expression", field: "channel" },
      { id: "amount", name: "amount", type: "expression", field: "amount" },
      { id: "any", name: "any", type: "expression" },
    ],
    outputs: [{ id: "rule", name: "rule", type: "expression", field: "rule" }],
    rules: rules.map((rule) => ({
      _id: rule.id,
      channel: quoted(rule.channels),
      amount: rule.atLeast === null ? "" : `>= ${rule.atLeast}`,
      any: expressionOf(rule),
      rule: quoted([rule.id]),
    })),
  };
  const decision: ZenDecision = engine.createDecision({
    nodes: [
      { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
      { id: "table", name: "table", type: "decisionTableNode", position: { x: 0, y: 0 }, content },
      { id: "out", name: "out", type: "outputNode", position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: "e1", sourceId: "in", targetId: "table", type: "edge" },
      { id: "e2", sourceId: "table", targetId: "out", type: "edge" },
    ],
  });
  const match = async (ticket: BenchTicket) => {
    const { result } = await decision.evaluate(ticket);
    return (result as readonly { readonly rule: string }[]).map(({ rule }) => rule);
  };
  return Object.assign(match, { dispose: () => engine.dispose() });
}
