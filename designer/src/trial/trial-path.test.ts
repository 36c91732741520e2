import type { SluiceDocument } from "@sluice/schemas";
import { expect, it } from "vitest";
import type { TrialAnswer, TrialVisit } from "../client/trials.ts";
import { trialPath } from "./trial-path.ts";

const document: SluiceDocument<"workflow"> = {
  kind: "workflow",
  key: "refund",
  name: "Refund",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "n1", type: "trigger" },
      { id: "n2", type: "update" },
      { id: "n3", type: "wait" },
      { id: "n4", type: "end" },
    ],
    edges: [
      { id: "e1", source: "n1", sourcePort: "out", target: "n2" },
      { id: "e2", source: "n2", sourcePort: "out", target: "n3" },
      { id: "e3", source: "n3", sourcePort: "done", target: "n4" },
    ],
  },
};

const visit = (node: string, more: Partial<TrialVisit> = {}): TrialVisit => ({
  run: "r1",
  workflow: "refund",
  revision: 1,
  node,
  type: null,
  name: null,
  visit: 1,
  at: "2026-03-02T02:00:00.000Z",
  port: "out",
  wait: null,
  changes: {},
  variables: {},
  decisions: [],
  messages: [],
  jobs: [],
  ...more,
});

const answerOf = (nodes: readonly TrialVisit[], status = "active") =>
  ({
    runs: [{ id: "r1", status }],
    steps: [{ type: "ticket.created", nodes }],
  }) as unknown as TrialAnswer;

it("follows the ports along the edges, in order, and says where the run stands", () => {
  const path = trialPath(
    answerOf([visit("n1"), visit("n2"), visit("n3", { port: null, wait: { type: "timer" } })]),
    document,
  );
  expect(path.edges).toEqual(["e1", "e2"]);
  expect([...path.states]).toEqual([
    ["n1", "passed"],
    ["n2", "passed"],
    ["n3", "waiting"],
  ]);
});

it("tells a node that failed from one where the run ended", () => {
  const visits = [visit("n1"), visit("n2", { port: null })];
  expect(trialPath(answerOf(visits, "failed"), document).states.get("n2")).toBe("failed");
  expect(trialPath(answerOf(visits, "completed"), document).states.get("n2")).toBe("passed");
  const stuck = visit("n2", { port: null, wait: { type: "incident" } });
  expect(trialPath(answerOf([stuck]), document).states.get("n2")).toBe("failed");
});

it("keeps what was set at each node, by its name in templates", () => {
  const set = visit("n2", { changes: { priority: ["P3", "P1"] }, variables: { track: { at: "Hangzhou" } } });
  expect(trialPath(answerOf([set]), document).values.get("n2")).toEqual({
    "ticket.priority": "P1",
    "vars.track": { at: "Hangzhou" },
  });
});

it("lists the visits of other workflows without drawing them", () => {
  const path = trialPath(answerOf([visit("n1", { workflow: "intake" }), visit("n1")]), document);
  expect(path.visits).toHaveLength(2);
  expect(path.edges).toEqual(["e1"]);
});
