import { describe, expect, it } from "vitest";
import { custom, houseOf, minute, pathOf, Story, toWorkflow } from "./story.fixture.ts";

const onCreated = ["trigger", { on: "ticket.created" }] as const;
type Nodes = Parameters<typeof toWorkflow>[1];

const incidentsIn = (story: Story) =>
  story.results.flatMap(({ effects }) => effects.filter((effect) => effect.type === "incident"));
const jobsIn = (story: Story) =>
  story.results.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.type === "job" ? [effect] : [])),
  );
const runOf = (story: Story) => story.runsOf("w")[0];

const variables = { out: { type: "array" }, list: { type: "array" } };

function told(nodes: Nodes, wires: readonly string[], tags: readonly string[], rest: object = {}): Story {
  const story = new Story(
    houseOf([toWorkflow("w", { start: onCreated, ...nodes }, wires, { variables, ...rest })]),
  );
  story.create({ tags });
  return story;
}

/** A job for each tag, whose answer is kept. */
const calls = (config: object, tags: readonly string[], more: readonly string[] = []) =>
  told(
    {
      each: [
        "foreach",
        { items: "{{ ticket.tags }}", saveAs: "out", collect: "{{ vars.found.no }}", ...config },
      ],
      call: [
        "action",
        { action: "erp.find", saveAs: "found", input: { of: "{{ vars.item }}", at: "{{ vars.index }}" } },
      ],
      after: ["update", { stage: "{{ vars.out | join: ',' }}" }],
    },
    ["start>each", "each.body>call", "each.done>after", ...more],
    tags,
  );
const answer = (story: Story, at: number, index: number, ok = true) => {
  const job = jobsIn(story)[index];
  return story.tell(at, {
    ...({ type: "job.finished", job: job?.id ?? "", ok } as const),
    output: { no: `${(job?.input as { of?: string } | undefined)?.of}!` },
  });
};

describe("foreach", () => {
  it("goes through its body once for each item, one by one, and collects", () => {
    const story = calls({}, ["a", "b", "c"]);
    expect(jobsIn(story).map(({ input }) => input)).toEqual([{ of: "a", at: 0 }]);
    for (const index of [0, 1, 2]) answer(story, index + 1, index);
    expect(jobsIn(story).map(({ input }) => input)).toEqual([
      { of: "a", at: 0 },
      { of: "b", at: 1 },
      { of: "c", at: 2 },
    ]);
    expect(story.ticket.stage).toBe("a!,b!,c!");
    expect(runOf(story)).toMatchObject({ status: "completed", vars: { out: ["a!", "b!", "c!"] } });
    expect(runOf(story)?.scopes).toBeUndefined();
    expect(pathOf(runOf(story))).toEqual([
      ...["start.out", "each.body", "call.ok", "call.ok", "call.ok", "each.done", "after.out"],
    ]);
  });

  it("has so many under way at once, and keeps results in the order of the items", () => {
    const story = calls({ concurrency: 2 }, ["a", "b", "c"]);
    expect(jobsIn(story)).toHaveLength(2);
    answer(story, 1, 1);
    expect(jobsIn(story)).toHaveLength(3);
    answer(story, 2, 2);
    answer(story, 3, 0);
    expect(story.ticket.stage).toBe("a!,b!,c!");
  });

  it("keeps what a body sets apart from the other items and from the run", () => {
    const story = calls({ concurrency: 3 }, ["a", "b"]);
    answer(story, 1, 1);
    expect(runOf(story)?.vars.found).toBeUndefined();
    answer(story, 2, 0);
    expect(runOf(story)?.vars.out).toEqual(["a!", "b!"]);
  });

  it("is done at once with an empty list", () => {
    const story = calls({}, []);
    expect(runOf(story)).toMatchObject({ status: "completed", vars: { out: [] } });
    expect(pathOf(runOf(story))).toEqual(["start.out", "each.done", "after.out"]);
  });

  it("refuses what is no list, and more items than it may have", () => {
    expect(incidentsIn(calls({ items: "{{ ticket.subject }}" }, []))).toMatchObject([
      { code: "foreach.items" },
    ]);
    expect(incidentsIn(calls({ maxItems: 2 }, ["a", "b", "c"]))).toMatchObject([
      { code: "foreach.too-many", details: { items: 3, maxItems: 2 } },
    ]);
  });

  it("waits for an item that is held by an incident", () => {
    const story = calls({ concurrency: 2 }, ["a", "b"]);
    answer(story, 1, 0, false);
    answer(story, 2, 1);
    expect(story.ticket.stage).toBeNull();
    story.tell(3, { type: "incident.skip", incident: incidentsIn(story)[0]?.id ?? "" });
    expect(story.ticket.stage).toBe(",b!");
  });

  it("takes an edge back to it as the end of an item", () => {
    const story = calls({}, ["a", "b"], ["call.ok>each"]);
    answer(story, 1, 0);
    answer(story, 2, 1);
    expect(story.ticket.stage).toBe("a!,b!");
    expect(runOf(story)?.visits.each).toBe(1);
  });

  it("needs no body to make one list of another", () => {
    const story = told(
      {
        each: [
          "foreach",
          { items: "{{ ticket.tags }}", saveAs: "out", collect: "{{ vars.index }}{{ vars.item }}" },
        ],
      },
      ["start>each"],
      ["a", "b"],
    );
    expect(runOf(story)?.vars.out).toEqual(["0a", "1b"]);
  });

  it("goes through hundreds of items without a wait in one burst", () => {
    const tags = Array.from({ length: 200 }, (_, index) => `t${index}`);
    const story = told(
      {
        each: [
          "foreach",
          { items: "{{ ticket.tags }}", maxItems: 500, saveAs: "out", collect: "{{ vars.item }}" },
        ],
        note: ["update", { variables: { list: ["{{ vars.item }}"] } }],
      },
      ["start>each", "each.body>note"],
      tags,
    );
    expect(runOf(story)?.vars.out).toEqual(tags);
    expect(incidentsIn(story)).toEqual([]);
  });

  it("may lie in a loop, in a fork and in another foreach", () => {
    const story = told(
      {
        split: [
          "parallel",
          {
            branches: [
              { id: "a", name: "a" },
              { id: "b", name: "b" },
            ],
          },
        ],
        outer: ["foreach", { items: "{{ ticket.tags }}", as: "x", indexAs: "i", concurrency: 2 }],
        inner: ["foreach", { items: "{{ ticket.tags }}", concurrency: 2 }],
        nap: ["wait", { for: "PT1M" }],
        mark: ["update", { addTags: ["{{ vars.x }}{{ vars.item }}"] }],
        meet: ["join", {}],
        done: ["update", { stage: "done" }],
      },
      [
        ...[
          "start>split",
          "split.a>outer",
          "split.b>meet",
          "outer.body>inner",
          "inner.body>nap",
          "nap.done>mark",
        ],
        ...["outer.done>meet", "meet>done"],
      ],
      ["1", "2"],
    );
    story.tell(1, { type: "timer" });
    expect(story.ticket).toMatchObject({ stage: "done", tags: ["1", "2", "11", "12", "21", "22"] });
  });

  it("ends with its fork when the join does not wait for it", () => {
    const story = told(
      {
        split: [
          "parallel",
          {
            branches: [
              { id: "a", name: "a" },
              { id: "b", name: "b" },
            ],
          },
        ],
        each: ["foreach", { items: "{{ ticket.tags }}", concurrency: 5 }],
        nap: ["wait", { for: "PT1H" }],
        go: ["wait", { event: "go" }],
        meet: ["join", { wait: "any" }],
        later: ["wait", { event: "later" }],
      },
      [
        "start>split",
        "split.a>each",
        "each.body>nap",
        "each.done>meet",
        "split.b>go",
        "go.done>meet",
        "meet>later",
      ],
      ["1", "2"],
    );
    expect(Object.keys(runOf(story)?.scopes ?? {})).toEqual(["each:1:0", "each:1:1"]);
    story.tell(1, custom("go"));
    expect(runOf(story)?.scopes).toBeUndefined();
    expect(runOf(story)?.tokens.map(({ node, forks }) => [node, forks])).toEqual([["later", []]]);
  });

  it("lets an instant be due for each item on its own", () => {
    const story = told(
      {
        each: ["foreach", { items: "{{ ticket.tags }}" }],
        nap: ["wait", { for: "PT1M" }],
      },
      ["start>each", "each.body>nap"],
      ["1", "2", "3"],
    );
    for (const at of [1, 2]) story.tell(at, { type: "timer" });
    expect(runOf(story)).toMatchObject({ status: "active" });
    story.tell(3, { type: "timer" });
    expect(runOf(story)).toMatchObject({ status: "completed", endedAt: story.now });
    expect(story.now).toBe(story.results.length > 0 ? (runOf(story)?.startedAt ?? 0) + 3 * minute : 0);
  });
});
