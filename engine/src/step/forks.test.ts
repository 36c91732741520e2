import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventBody } from "../state/events.ts";
import { custom, houseOf, pathOf, Story, toWorkflow } from "./story.fixture.ts";

const onCreated = ["trigger", { on: "ticket.created" }] as const;
const named = (...ids: readonly string[]) => ({ branches: ids.map((id) => ({ id, name: id })) });
const waitFor = (event: string) => ["wait", { event }] as const;
const stage = (value: string) => ["update", { stage: value }] as const;
const tag = (value: string) => ["update", { addTags: [value] }] as const;

const incidentsIn = (story: Story) =>
  story.results.flatMap(({ effects }) => effects.filter((effect) => effect.type === "incident"));

type Nodes = Parameters<typeof toWorkflow>[1];

function told(nodes: Nodes, wires: readonly string[]): Story {
  const story = new Story(houseOf([toWorkflow("w", { start: onCreated, ...nodes }, wires)]));
  story.create();
  return story;
}

const runOf = (story: Story) => story.runsOf("w")[0];

/** Three branches, each waiting for an event of its own, and a join. */
const three = (wait: "all" | "any" | number, more: Nodes = {}, wires: readonly string[] = []) =>
  told(
    {
      ...{ split: ["parallel", named("a", "b", "c")], a: waitFor("a"), b: waitFor("b"), c: waitFor("c") },
      ...{ meet: ["join", { wait, saveAs: "came" }], after: tag("after"), ...more },
    },
    [
      "start>split",
      "split.a>a",
      "split.b>b",
      "split.c>c",
      "a.done>meet",
      "b.done>meet",
      "c.done>meet",
    ].concat(["meet>after"], wires),
  );

describe("parallel", () => {
  it("goes all its ways at once, and ends when they have ended", () => {
    const story = told(
      { split: ["parallel", named("a", "b")], a: tag("a"), b: tag("b"), both: tag("both") },
      ["start>split", "split.a>a", "split.b>b", "b>both"],
    );
    expect(story.ticket.tags).toEqual(["a", "b", "both"]);
    expect(runOf(story)).toMatchObject({ status: "completed", tokens: [] });
    expect(pathOf(runOf(story))).toEqual(["start.out", "split.a", "split.b", "a.out", "b.out", "both.out"]);
  });

  it("opens no branch for a port that leads nowhere, and ends where none does", () => {
    const one = told({ split: ["parallel", named("a", "b")], a: tag("a"), meet: ["join", {}], x: tag("x") }, [
      ...["start>split", "split.a>a", "a>meet", "meet>x"],
    ]);
    expect(one.ticket.tags).toEqual(["a", "x"]);
    expect(runOf(told({ split: ["parallel", named("a", "b")] }, ["start>split"]))?.status).toBe("completed");
  });

  it("lets an end node in a branch end the whole run", () => {
    const story = told({ split: ["parallel", named("a", "b")], a: waitFor("a"), b: ["end", {}] }, [
      ...["start>split", "split.a>a", "split.b>b"],
    ]);
    expect(runOf(story)).toMatchObject({ status: "completed", tokens: [] });
  });
});

describe("join", () => {
  it("waits for all, in whatever order they come", () => {
    const story = three("all");
    story.tell(1, custom("c"));
    story.tell(2, custom("a"));
    expect(story.ticket.tags).toEqual([]);
    expect(runOf(story)?.tokens.map(({ node, wait }) => [node, wait?.type])).toEqual([
      ["split", "fork"],
      ["b", "event"],
      ["meet", "join"],
      ["meet", "join"],
    ]);
    story.tell(3, custom("b"));
    expect(story.ticket.tags).toEqual(["after"]);
    expect(runOf(story)).toMatchObject({ status: "completed", vars: { came: ["c", "a", "b"] } });
  });

  it("takes the first and cancels the rest, with what they wait for", () => {
    const task = ["task", { title: "t", outcomes: [{ id: "ok", name: "ok" }] }] as const;
    const call = ["action", { action: "erp.find" }] as const;
    const story = told(
      {
        split: ["parallel", named("a", "b", "c")],
        a: waitFor("a"),
        task,
        call,
        meet: ["join", { wait: "any" }],
      },
      [
        "start>split",
        "split.a>a",
        "split.b>task",
        "split.c>call",
        "a.done>meet",
        "task.ok>meet",
        "call.ok>meet",
      ],
    );
    const { effects, tasks, log } = story.tell(1, custom("a"));
    expect(effects).toEqual([{ type: "cancel-job", id: `${runOf(story)?.id}:call:1` }]);
    expect(tasks).toMatchObject([{ status: "cancelled" }]);
    expect(log).toContainEqual(
      expect.objectContaining({ type: "branches.cancelled", nodes: ["task", "call"] }),
    );
    expect(story.current).toMatchObject({ runs: [], tasks: [] });
  });

  it("takes n, and the later ones change nothing", () => {
    const story = three(2);
    story.tell(1, custom("b"));
    expect(story.ticket.tags).toEqual([]);
    story.tell(2, custom("c"));
    expect(runOf(story)).toMatchObject({ status: "completed", vars: { came: ["b", "c"] } });
    story.tell(3, custom("a"));
    expect(runOf(story)?.visits.after).toBe(1);
  });

  it("does not wait for a branch that has ended elsewhere", () => {
    const story = three("all", { other: stage("gone") }, []);
    expect(runOf(story)?.status).toBe("active");
    const split = {
      ...{ split: ["parallel", named("a", "b")] as const, a: waitFor("a"), gone: waitFor("b") },
    };
    const ending = told({ ...split, meet: ["join", {}], after: tag("after") }, [
      ...["start>split", "split.a>a", "split.b>gone", "a.done>meet", "meet>after"],
    ]);
    ending.tell(1, custom("a"));
    expect(ending.ticket.tags).toEqual([]);
    ending.tell(2, custom("b"));
    expect(ending.ticket.tags).toEqual(["after"]);
  });

  it("stops as an incident when a number cannot be reached any more; skipping goes on", () => {
    const story = told(
      {
        split: ["parallel", named("a", "b")],
        a: waitFor("a"),
        b: waitFor("b"),
        meet: ["join", { wait: 2 }],
        after: tag("after"),
      },
      ["start>split", "split.a>a", "split.b>b", "a.done>meet", "meet>after"],
    );
    story.tell(1, custom("a"));
    story.tell(2, custom("b"));
    expect(incidentsIn(story)).toMatchObject([
      { node: "meet", code: "join.too-few", details: { branches: ["a"] } },
    ]);
    const incident = (index: number) => incidentsIn(story)[index]?.id ?? "";
    story.tell(3, { type: "incident.retry", incident: incident(0) });
    expect(incidentsIn(story)[1]).toMatchObject({ node: "meet", code: "join.too-few" });
    story.tell(4, { type: "incident.skip", incident: incident(1) });
    expect(story.ticket.tags).toEqual(["after"]);
  });

  it("waits while a branch is held by an incident, and goes on when that is settled", () => {
    const bad = ["wait", { until: "{{ ticket.subject }}" }] as const;
    const build = (wait: "all" | "any") =>
      told(
        {
          split: ["parallel", named("a", "b")],
          a: waitFor("a"),
          bad,
          meet: ["join", { wait }],
          after: tag("after"),
        },
        [...["start>split", "split.a>a", "split.b>bad", "a.done>meet", "bad.done>meet", "meet>after"]],
      );
    const story = build("all");
    story.tell(1, custom("a"));
    expect(story.ticket.tags).toEqual([]);
    story.tell(2, { type: "incident.skip", incident: incidentsIn(story)[0]?.id ?? "" });
    expect(story.ticket.tags).toEqual(["after"]);
    const any = build("any");
    const incident = incidentsIn(any)[0]?.id;
    expect(any.tell(1, custom("a")).effects).toEqual([
      { type: "close-incident", id: incident, how: "skipped" },
    ]);
  });

  it("is reached by ways of different lengths", () => {
    const story = told(
      {
        ...{ split: ["parallel", named("a", "b")], a1: tag("a1"), a2: waitFor("a2"), a3: tag("a3") },
        ...{ meet: ["join", {}], after: stage("after") },
      },
      ["start>split", "split.a>a1", "a1>a2", "a2.done>a3", "a3>meet", "split.b>meet", "meet>after"],
    );
    expect(story.ticket).toMatchObject({ tags: ["a1"], stage: null });
    story.tell(1, custom("a2"));
    expect(story.ticket).toMatchObject({ tags: ["a1", "a3"], stage: "after" });
  });

  it("closes the fork anew each time that a loop comes round", () => {
    const story = told(
      {
        split: ["parallel", named("a", "b")],
        a: waitFor("a"),
        b: waitFor("b"),
        meet: ["join", {}],
        again: waitFor("again"),
      },
      [
        "start>split",
        "split.a>a",
        "split.b>b",
        "a.done>meet",
        "b.done>meet",
        "meet>again",
        "again.done>split",
      ],
    );
    for (const [index, name] of ["a", "b", "again", "b", "a"].entries()) story.tell(index + 1, custom(name));
    expect(runOf(story)?.visits).toMatchObject({ split: 2, meet: 4, again: 2 });
    expect(runOf(story)?.tokens.map(({ node }) => node)).toEqual(["again"]);
  });
});

describe("nested forks", () => {
  /** An inner fork inside branch a of an outer one; `inner` says whether the inner one has a join of its own. */
  const nested = (inner: boolean) =>
    told(
      {
        ...{ outer: ["parallel", named("a", "b")], nest: ["parallel", named("x", "y")], b: waitFor("b") },
        ...{ x: waitFor("x"), y: waitFor("y"), in: ["join", {}], out: ["join", {}], after: tag("after") },
      },
      [
        ...["start>outer", "outer.a>nest", "outer.b>b", "nest.x>x", "nest.y>y", "b.done>out", "out>after"],
        ...(inner ? ["x.done>in", "y.done>in", "in>out"] : ["x.done>out", "y.done>out"]),
      ],
    );

  it("are joined inside out", () => {
    const story = nested(true);
    for (const [index, name] of ["x", "b", "y"].entries()) story.tell(index + 1, custom(name));
    expect(story.ticket.tags).toEqual(["after"]);
    expect(pathOf(runOf(story)).filter((step) => step.endsWith(".out"))).toEqual([
      "start.out",
      "in.out",
      "out.out",
      "after.out",
    ]);
  });

  it("may be left to the outer join: a branch has come when all of its tokens have", () => {
    const story = nested(false);
    story.tell(1, custom("b"));
    story.tell(2, custom("x"));
    expect(story.ticket.tags).toEqual([]);
    story.tell(3, custom("y"));
    expect(story.ticket.tags).toEqual(["after"]);
    expect(runOf(story)?.visits.after).toBe(1);
  });
});

describe("whatever the order in which branches come", () => {
  const events = ["a", "b", "c"] as const;
  const order = fc.shuffledSubarray([...events], { minLength: 3, maxLength: 3 });
  const wait = fc.constantFrom("all" as const, "any" as const, 1, 2, 3);

  it("the join goes on exactly once, and nothing is left behind", () => {
    fc.assert(
      fc.property(
        order,
        wait,
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        (names, needed, together) => {
          const story = three(needed);
          let at = 0;
          for (const [index, name] of names.entries()) {
            at += together[index] ? 0 : 1;
            story.tell(at, custom(name));
          }
          const run = runOf(story);
          expect(run).toMatchObject({ status: "completed", tokens: [] });
          expect(run?.visits.after).toBe(1);
          expect(run?.path.filter(({ node, port }) => node === "meet" && port === "out")).toHaveLength(1);
          const count = needed === "all" ? 3 : needed === "any" ? 1 : needed;
          expect(run?.vars.came).toEqual(names.slice(0, count));
        },
      ),
    );
  });

  it("nested forks with ends of their own come to one end", () => {
    const happenings = ["x", "y", "b", "x2"] as const;
    const build = () =>
      told(
        {
          ...{ outer: ["parallel", named("a", "b")], nest: ["parallel", named("x", "y")], b: waitFor("b") },
          ...{ x: waitFor("x"), x2: waitFor("x2"), y: waitFor("y"), in: ["join", { wait: "any" }] },
          ...{ out: ["join", {}], after: tag("after") },
        },
        [
          ...["start>outer", "outer.a>nest", "outer.b>b", "nest.x>x", "nest.y>y", "x.done>x2", "x2.done>in"],
          ...["y.done>in", "in>out", "b.done>out", "out>after"],
        ],
      );
    fc.assert(
      fc.property(fc.shuffledSubarray([...happenings], { minLength: 4, maxLength: 4 }), (names) => {
        const story = build();
        // x2 counts only after x: it may come once more at the end.
        for (const [index, name] of [...names, "x2", "b"].entries()) story.tell(index + 1, custom(name));
        const run = runOf(story);
        expect(run).toMatchObject({ status: "completed", tokens: [] });
        expect(run?.visits.after).toBe(1);
      }),
    );
  });
});

it("a task's answer, a job and a timer may complete branches in one story", () => {
  const task = ["task", { title: "t", outcomes: [{ id: "ok", name: "ok" }] }] as const;
  const story = told(
    {
      ...{ split: ["parallel", named("a", "b", "c")], task, call: ["action", { action: "erp.find" }] },
      ...{ nap: ["wait", { for: "PT10M" }], meet: ["join", {}], after: tag("after") },
    },
    [
      ...["start>split", "split.a>task", "split.b>call", "split.c>nap", "task.ok>meet", "call.ok>meet"],
      ...["nap.done>meet", "meet>after"],
    ],
  );
  const answers: readonly EventBody[] = [
    { type: "job.finished", job: `${runOf(story)?.id}:call:1`, ok: true, output: null },
    { type: "timer" },
    { type: "task.completed", task: story.current.tasks[0]?.id ?? "", outcome: "ok", form: {} },
  ];
  for (const [index, body] of answers.entries()) story.tell(10 + index, body);
  expect(story.ticket.tags).toEqual(["after"]);
});

it("stops forks of forks before they have more branches than a burst has steps, and keeps those that are there", () => {
  const ids = Array.from({ length: 20 }, (_, index) => `b${index}`);
  const layer = (name: string, next: string) => ids.map((id) => `${name}.${id}>${next}`);
  const story = told(
    {
      one: ["parallel", named(...ids)],
      two: ["parallel", named(...ids)],
      three: ["parallel", named(...ids)],
    },
    ["start>one", ...layer("one", "two"), ...layer("two", "three"), ...layer("three", "one")],
  );
  expect(incidentsIn(story).every(({ code }) => code === "loop-guard")).toBe(true);
  const run = runOf(story);
  expect(run?.status).toBe("active");
  expect(run?.tokens.length).toBeGreaterThan(900);
  expect(run?.tokens.length).toBeLessThanOrEqual(1_000);
});
