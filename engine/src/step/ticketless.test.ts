import { describe, expect, it } from "vitest";
import type { EventBody } from "../state/events.ts";
import { houseOf, pathOf, Story, start, toWorkflow } from "./story.fixture.ts";

const nightly = ["trigger", { on: "schedule", cron: "0 3 * * *", saveAs: "when" }] as const;
const hook = ["trigger", { on: "webhook", path: "shipped", saveAs: "got" }] as const;
const call = [
  "action",
  { action: "erp.find", input: { of: "{{ data.no }}", x: "{{ ticket.id }}{{ vars.got.no }}" } },
] as const;
const variables = { got: { type: "object" }, when: { type: "object" } };

type Nodes = Parameters<typeof toWorkflow>[1];
const told = (nodes: Nodes, wires: readonly string[], rest: object = {}) =>
  new Story(houseOf([toWorkflow("w", nodes, wires, { variables, ...rest })]));
const fire = (due: number | undefined, data: object = {}): EventBody => ({
  type: "run.triggered",
  ...{ aggregate: "h1", workflow: "w", node: "start", data: data as never },
  ...(due === undefined ? {} : { due }),
});
const incidentsIn = (story: Story) =>
  story.results.flatMap(({ effects }) => effects.filter((effect) => effect.type === "incident"));

describe("a run without a ticket", () => {
  it("has its trigger's data, and no fact of a ticket", () => {
    const story = told({ start: hook, call }, ["start>call"]);
    const { effects } = story.tell(0, fire(undefined, { no: "SF1" }));
    expect(effects).toMatchObject([{ type: "job", input: { of: "SF1", x: "SF1" } }]);
    const job = effects[0]?.type === "job" ? effects[0].id : "";
    story.tell(1, { type: "job.finished", job, ok: true, output: null });
    expect(story.runsOf("w")[0]).toMatchObject({ status: "completed", vars: { got: { no: "SF1" } } });
    expect(story.current).toMatchObject({ runs: [], clocks: [], ticketless: { firedUpTo: null } });
  });

  it("starts once for each due, however often and in whatever order it is told", () => {
    const story = told({ start: nightly, set: ["update", { variables: { got: { a: 1 } } }] }, ["start>set"]);
    for (const [at, due] of [start, start, start + 5, start + 3, start + 5].entries())
      story.tell(at, fire(due));
    expect(story.runsOf("w")).toHaveLength(2);
    expect(story.current.ticketless).toEqual({ firedUpTo: start + 5 });
  });

  it("keeps to the workflow's concurrency", () => {
    const nap = ["wait", { for: "PT1H" }] as const;
    const runs = (concurrency: string) => {
      const story = told({ start: nightly, nap }, ["start>nap"], { concurrency });
      for (const due of [start, start + 1]) story.tell(0, fire(due));
      return story.runsOf("w").map((run) => run.tokens[0]?.wait?.type);
    };
    expect(runs("skip")).toEqual(["until"]);
    expect(runs("queue")).toEqual(["until", "run"]);
    expect(runs("parallel")).toEqual(["until", "until"]);
  });

  it("forks, waits, goes through lists and calls others as any run does", () => {
    const story = told(
      {
        start: hook,
        each: ["foreach", { items: "{{ vars.got.list }}", concurrency: 3 }],
        nap: ["wait", { for: "PT5M" }],
      },
      ["start>each", "each.body>nap"],
    );
    story.tell(0, fire(undefined, { list: [1, 2, 3] }));
    story.tell(5, { type: "timer" });
    expect(pathOf(story.runsOf("w")[0]).at(-1)).toBe("each.done");
  });

  it("fails at a node that needs a ticket, should it come to one", () => {
    for (const node of [
      ["update", { stage: "x" }],
      ["reply", { text: "x" }],
      ["classify", { ruleset: "default" }],
      ["sla", { policy: "default" }],
      ["route", { policy: "default" }],
      ["task", { title: "x", outcomes: [{ id: "ok", name: "ok" }] }],
    ] as const) {
      const story = told({ start: hook, bad: node }, ["start>bad"]);
      story.tell(0, fire(undefined));
      expect(incidentsIn(story)).toMatchObject([{ node: "bad", code: "run.no-ticket" }]);
    }
  });

  it("is not started when its condition does not hold, or by what is no trigger of it", () => {
    const when = { fact: "vars.got", path: "$.kind", operator: "equal", value: "paid" };
    const story = told({ start: ["trigger", { on: "webhook", path: "p", saveAs: "got", when }] }, []);
    story.tell(0, fire(undefined, { kind: "sent" }));
    expect(story.runsOf("w")).toEqual([]);
    story.tell(1, fire(undefined, { kind: "paid" }));
    expect(story.runsOf("w")).toHaveLength(1);
    expect(() => story.tell(2, { ...fire(undefined), node: "no" } as EventBody)).toThrow(
      expect.objectContaining({ code: "workflow.unknown" }),
    );
  });
});
