import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { maxCallDepth } from "./calls.ts";
import { custom, houseOf, pathOf, Story, toWorkflow } from "./story.fixture.ts";

const onCreated = ["trigger", { on: "ticket.created" }] as const;
const byHand = ["trigger", { on: "manual" }] as const;
const call = (workflow: string, more: object = {}) =>
  ["subflow", { workflow, saveAs: "got", ...more }] as const;

const incidentsIn = (story: Story) =>
  story.results.flatMap(({ effects }) => effects.filter((effect) => effect.type === "incident"));

const caller = (node: ReturnType<typeof call>, wires: readonly string[] = []): AnyDocument =>
  toWorkflow(
    "caller",
    {
      start: onCreated,
      ask: node,
      good: ["update", { stage: "{{ vars.got.answer }}" }],
      bad: ["update", { stage: "bad" }],
    },
    ["start>ask", "ask.out>good", ...wires],
    { variables: { got: { type: "object" } } },
  );

const called = (nodes: Parameters<typeof toWorkflow>[1], wires: readonly string[]): AnyDocument =>
  toWorkflow("called", { start: byHand, ...nodes }, wires, {
    variables: {
      question: { type: "string", input: true },
      secret: { type: "string", default: "kept" },
      answer: { type: "string", output: true },
    },
  });

const answering = called(
  {
    wait: ["wait", { event: "go" }],
    set: ["update", { variables: { answer: "{{ vars.question }}?{{ vars.secret }}" } }],
  },
  ["start>wait", "wait.done>set"],
);

function begun(live: readonly AnyDocument[]): Story {
  const story = new Story(houseOf(live));
  story.create();
  return story;
}

describe("subflow", () => {
  it("runs another workflow with its inputs and goes on with its outputs", () => {
    const story = begun([
      caller(call("called", { input: { question: "{{ ticket.subject }}", secret: "no" } })),
      answering,
    ]);
    expect(story.waitOf("caller")).toMatchObject({ type: "call", run: story.runsOf("called")[0]?.id });
    expect(story.runsOf("called")[0]).toMatchObject({
      workflow: { key: "called", revision: 1 },
      vars: { question: "hello", secret: "kept" },
      callers: ["caller"],
    });
    story.tell(1, custom("go"));
    expect(story.ticket.stage).toBe("hello?kept");
    expect(story.runsOf("caller")[0]).toMatchObject({
      status: "completed",
      vars: { got: { answer: "hello?kept" } },
    });
    expect(pathOf(story.runsOf("caller")[0])).toEqual(["start.out", "ask.out", "good.out"]);
  });

  it("takes a workflow that ends at once", () => {
    const at = called({ set: ["update", { variables: { answer: "now" } }] }, ["start>set"]);
    expect(begun([caller(call("called")), at]).ticket.stage).toBe("now");
  });

  it("is cancelled with its caller, and what it called in turn with it", () => {
    const middle = toWorkflow("middle", { start: byHand, ask: call("called") }, ["start>ask"]);
    const story = begun([caller(call("middle")), middle, answering]);
    const { log } = story.tell(1, { type: "run.cancel", run: story.runsOf("caller")[0]?.id ?? "" });
    expect(log.filter(({ type }) => type === "run.cancelled").map(({ workflow }) => workflow)).toEqual([
      ...["caller", "middle", "called"],
    ]);
    expect(story.current.runs).toEqual([]);
    expect(story.runsOf("called")[0]?.callers).toEqual(["caller", "middle"]);
  });

  it("goes by error when the run that it called is cancelled, and is an incident where that is not wired", () => {
    const cancelled = (wires: readonly string[]) => {
      const story = begun([caller(call("called"), wires), answering]);
      story.tell(1, { type: "run.cancel", run: story.runsOf("called")[0]?.id ?? "" });
      return story;
    };
    expect(cancelled(["ask.error>bad"]).ticket.stage).toBe("bad");
    const held = cancelled([]);
    expect(incidentsIn(held)).toMatchObject([{ node: "ask", code: "subflow.cancelled" }]);
    held.tell(2, { type: "incident.retry", incident: incidentsIn(held)[0]?.id ?? "" });
    held.tell(3, custom("go"));
    expect(held.runsOf("caller")[0]?.status).toBe("completed");
    expect(held.runsOf("called")).toHaveLength(2);
  });

  it("holds its caller while it is held by an incident itself", () => {
    const failing = called({ bad: ["wait", { until: "{{ ticket.subject }}" }] }, ["start>bad"]);
    const story = begun([caller(call("called")), failing]);
    expect(incidentsIn(story)).toMatchObject([{ node: "bad" }]);
    expect(story.waitOf("caller")?.type).toBe("call");
    story.tell(1, { type: "incident.skip", incident: incidentsIn(story)[0]?.id ?? "" });
    expect(story.runsOf("caller")[0]?.status).toBe("completed");
  });

  it("fails where there is nothing to call", () => {
    expect(incidentsIn(begun([caller(call("nobody"))]))).toMatchObject([{ code: "subflow.missing" }]);
    const unmanned = toWorkflow("called", { start: ["trigger", { on: "ticket.updated" }] }, []);
    expect(incidentsIn(begun([caller(call("called")), unmanned]))).toMatchObject([
      { code: "subflow.missing" },
    ]);
  });

  it("stops at a depth, though the drawing be a circle", () => {
    const circle = toWorkflow("circle", { start: byHand, ask: call("circle") }, ["start>ask"]);
    const story = begun([caller(call("circle")), circle]);
    expect(story.runsOf("circle")).toHaveLength(maxCallDepth);
    expect(incidentsIn(story)).toMatchObject([{ code: "subflow.depth" }]);
  });

  it("neither blocks nor queues behind a run of the same workflow", () => {
    const story = begun([caller(call("called")), answering]);
    story.tell(1, { type: "run.start", workflow: "called" });
    expect(story.runsOf("called")).toHaveLength(2);
    story.tell(2, custom("go"));
    expect(story.current.runs).toEqual([]);
  });

  it("causes what its caller causes: the caller is not started again by it", () => {
    const changing = called({ set: ["update", { stage: "{{ ticket.stage }}+" }] }, ["start>set"]);
    const loop = toWorkflow(
      "caller",
      { start: ["trigger", { on: "ticket.updated" }], ask: ["subflow", { workflow: "called" }] },
      ["start>ask"],
      { concurrency: "parallel" },
    );
    const story = begun([loop, changing]);
    story.tell(1, { type: "ticket.updated", changes: { stage: "x" } });
    expect(story.ticket.stage).toBe("x+");
    expect(story.runsOf("caller")).toHaveLength(1);
  });

  it("runs once for each item of a list, at the same time", () => {
    const each = toWorkflow(
      "caller",
      {
        start: onCreated,
        each: [
          "foreach",
          { items: "{{ ticket.tags }}", concurrency: 2, collect: "{{ vars.got.answer }}", saveAs: "all" },
        ],
        ask: call("called", { input: { question: "{{ vars.item }}" } }),
      },
      ["start>each", "each.body>ask"],
      { variables: { got: { type: "object" }, all: { type: "array" } } },
    );
    const story = new Story(houseOf([each, answering]));
    story.create({ tags: ["a", "b", "c"] });
    story.tell(1, custom("go"));
    story.tell(2, custom("go"));
    expect(story.runsOf("caller")[0]?.vars.all).toEqual(["a?kept", "b?kept", "c?kept"]);
  });
});
