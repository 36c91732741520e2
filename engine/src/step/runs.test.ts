import { describe, expect, it } from "vitest";
import type { JobEffect } from "../state/effects.ts";
import { custom, houseOf, minute, pathOf, Story, start, toWorkflow } from "./story.fixture.ts";

const jobsIn = (story: Story): readonly JobEffect[] =>
  story.results.flatMap(({ effects }) => effects.filter((effect) => effect.type === "job"));
const incidentsIn = (story: Story) =>
  story.results.flatMap(({ effects }) => effects.filter((effect) => effect.type === "incident"));
const finished = (job: string | undefined, ok: boolean) =>
  ({ type: "job.finished", job: job ?? "", ok, ...(ok ? { output: { no: 7 } } : {}) }) as const;

const onCreated = ["trigger", { on: "ticket.created" }] as const;
const call = ["action", { action: "erp.find", saveAs: "found", input: { id: "{{ ticket.id }}" } }] as const;

describe("a token", () => {
  const story = () =>
    new Story(
      houseOf([
        toWorkflow(
          "w",
          {
            start: onCreated,
            ask: ["branch", { branches: [{ id: "vip", name: "VIP", when: isVip }] }],
            thank: ["update", { stage: "vip" }],
          },
          ["start>ask", "ask.vip>thank"],
        ),
      ]),
    );
  const isVip = { fact: "customer.tier", operator: "equal", value: "vip" };

  it("follows the port that the node leaves by", () => {
    const told = story();
    told.create({ customer: { id: "c", tier: "vip" } });
    expect(pathOf(told.runsOf("w")[0])).toEqual(["start.out", "ask.vip", "thank.out"]);
    expect(told.ticket.stage).toBe("vip");
  });

  it("ends at a port that leads nowhere, and so does its run", () => {
    const told = story();
    told.create();
    expect(pathOf(told.runsOf("w")[0])).toEqual(["start.out", "ask.else"]);
    expect(told.runsOf("w")[0]).toMatchObject({ status: "completed", endedAt: start, tokens: [] });
    expect(told.current.runs).toEqual([]);
  });

  it("ends its run at an end node", () => {
    const told = new Story(
      houseOf([toWorkflow("w", { start: onCreated, stop: ["end", {}] }, ["start>stop"])]),
    );
    told.create();
    expect(told.runsOf("w")[0]).toMatchObject({ status: "completed", tokens: [] });
    expect(pathOf(told.runsOf("w")[0])).toEqual(["start.out", "stop"]);
  });

  it("counts its visits, which are part of the idempotency key", () => {
    const told = new Story(
      houseOf([toWorkflow("w", { start: onCreated, call }, ["start>call", "call.ok>call"])]),
    );
    told.create();
    const run = told.runsOf("w")[0]?.id;
    told.tell(1, finished(jobsIn(told)[0]?.id, true));
    expect(jobsIn(told).map(({ id }) => id)).toEqual([`${run}:call:1`, `${run}:call:2`]);
    expect(told.runsOf("w")[0]?.visits).toEqual({ start: 1, call: 2 });
    expect(jobsIn(told)[0]?.input).toEqual({ id: "t" });
  });
});

describe("an action", () => {
  const wired = ["start>call", "call.ok>done", "call.error>failed"];
  const nodes = {
    start: onCreated,
    call,
    done: ["update", { stage: "no {{ vars.found.no }}" }],
    failed: ["update", { stage: "failed" }],
  } as const;

  it("saves what it answered, and goes on by ok", () => {
    const told = new Story(houseOf([toWorkflow("w", nodes, wired)]));
    told.create();
    told.tell(1, finished(jobsIn(told)[0]?.id, true));
    expect(told.ticket.stage).toBe("no 7");
  });

  it("goes by error where that is wired, without an incident", () => {
    const told = new Story(houseOf([toWorkflow("w", nodes, wired)]));
    told.create();
    told.tell(1, finished(jobsIn(told)[0]?.id, false));
    expect(told.ticket.stage).toBe("failed");
    expect(incidentsIn(told)).toEqual([]);
  });

  it("takes a result once, and one for nobody not at all", () => {
    const told = new Story(houseOf([toWorkflow("w", nodes, wired)]));
    told.create();
    const job = jobsIn(told)[0]?.id;
    told.tell(1, finished("nobody", true));
    expect(told.waitOf("w")).toEqual({ type: "job", job });
    told.tell(2, finished(job, true));
    const after = told.current;
    told.tell(3, finished(job, false));
    expect(told.current.ticket).toEqual({ ...after.ticket, updatedAt: start + 3 * minute });
  });
});

describe("an incident", () => {
  function failed() {
    const told = new Story(
      houseOf([
        toWorkflow("w", { start: onCreated, call, done: ["update", { stage: "done" }] }, [
          "start>call",
          "call.ok>done",
        ]),
      ]),
    );
    told.create();
    told.tell(1, finished(jobsIn(told)[0]?.id, false));
    return { told, incident: incidentsIn(told)[0] };
  }

  it("holds the token on its node, and names node, run and job", () => {
    const { told, incident } = failed();
    expect(incident).toMatchObject({ node: "call", job: jobsIn(told)[0]?.id, code: "job.failed" });
    expect(told.waitOf("w")).toEqual({ type: "incident", incident: incident?.id });
    expect(told.runsOf("w")[0]?.status).toBe("active");
  });

  it("is retried under the same idempotency key, from that node only", () => {
    const { told, incident } = failed();
    const { effects } = told.tell(2, { type: "incident.retry", incident: incident?.id ?? "" });
    expect(effects[0]).toEqual({ type: "close-incident", id: incident?.id, how: "retried" });
    const [first, second] = jobsIn(told);
    expect(second).toEqual(first);
    expect(told.runsOf("w")[0]?.visits).toEqual({ start: 1, call: 1 });
    told.tell(3, finished(first?.id, true));
    expect(told.ticket.stage).toBe("done");
  });

  it("is skipped: the run goes on as if the node had gone well", () => {
    const { told, incident } = failed();
    const { effects } = told.tell(2, { type: "incident.skip", incident: incident?.id ?? "" });
    expect(effects).toContainEqual({ type: "close-incident", id: incident?.id, how: "skipped" });
    expect(told.ticket.stage).toBe("done");
    expect(pathOf(told.runsOf("w")[0])).toEqual(["start.out", "call.ok", "done.out"]);
  });

  it("can be settled once", () => {
    const { told, incident } = failed();
    told.tell(2, { type: "incident.skip", incident: incident?.id ?? "" });
    expect(() => told.tell(3, { type: "incident.retry", incident: incident?.id ?? "" })).toThrow(
      expect.objectContaining({ code: "incident.unknown" }),
    );
  });

  it("of one workflow does not stop the others, nor the ticket", () => {
    const broken = toWorkflow("a", { start: onCreated, bad: ["wait", { until: "{{ ticket.subject }}" }] }, [
      "start>bad",
    ]);
    const sound = toWorkflow("b", { start: onCreated, fine: ["update", { stage: "fine" }] }, ["start>fine"]);
    const told = new Story(houseOf([broken, sound]));
    told.create();
    expect(incidentsIn(told)).toMatchObject([{ node: "bad", code: "wait.instant" }]);
    expect(told.ticket.stage).toBe("fine");
  });
});

describe("cancelling a run", () => {
  it("lets go of its job, its task and its incident", () => {
    const task = ["task", { title: "t", outcomes: [{ id: "ok", name: "ok" }] }] as const;
    const told = new Story(
      houseOf([
        toWorkflow("job", { start: onCreated, call }, ["start>call"]),
        toWorkflow("task", { start: onCreated, task }, ["start>task"]),
      ]),
    );
    told.create();
    const cancel = (workflow: string) =>
      told.tell(1, { type: "run.cancel", run: told.runsOf(workflow)[0]?.id ?? "" });
    expect(cancel("job").effects).toEqual([{ type: "cancel-job", id: jobsIn(told)[0]?.id }]);
    expect(cancel("task").tasks).toMatchObject([{ status: "cancelled" }]);
    expect(told.current).toMatchObject({ runs: [], tasks: [] });
    expect(told.runsOf("job")[0]).toMatchObject({ status: "cancelled", endedAt: start + minute });
    expect(() => cancel("job")).toThrow(expect.objectContaining({ code: "run.unknown" }));
  });
});

describe("a second run of a workflow", () => {
  const house = (concurrency: string) =>
    new Story(
      houseOf([
        toWorkflow("w", { start: ["trigger", { on: "ticket.messageReceived" }], call }, ["start>call"], {
          concurrency,
        }),
      ]),
    );
  const message = (id: string) =>
    ({ type: "message.received", message: { id, author: "customer", public: true, text: "x" } }) as const;
  function begun(concurrency: string, runs: number): Story {
    const told = house(concurrency);
    told.create();
    for (let index = 1; index <= runs; index += 1) told.tell(index, message(`m${index}`));
    return told;
  }
  const keys = (told: Story) =>
    jobsIn(told).map(({ run }) => told.runsOf("w").findIndex(({ id }) => id === run));

  it("is skipped", () => {
    const told = begun("skip", 2);
    expect(told.runsOf("w")).toHaveLength(1);
    expect(told.results.at(-1)?.log).toContainEqual(expect.objectContaining({ type: "run.skipped" }));
  });

  it("runs beside the first", () => {
    expect(keys(begun("parallel", 2))).toEqual([0, 1]);
  });

  it("queues, and starts when the one ahead has ended", () => {
    const told = begun("queue", 3);
    expect(keys(told)).toEqual([0]);
    told.tell(4, finished(jobsIn(told)[0]?.id, true));
    expect(keys(told)).toEqual([0, 1]);
    told.tell(5, finished(jobsIn(told)[1]?.id, true));
    expect(keys(told)).toEqual([0, 1, 2]);
  });

  it("keeps its turn when the one ahead of it in the queue is cancelled", () => {
    const told = begun("queue", 3);
    told.tell(4, { type: "run.cancel", run: told.runsOf("w")[1]?.id ?? "" });
    expect(keys(told)).toEqual([0]);
    told.tell(5, finished(jobsIn(told)[0]?.id, true));
    expect(keys(told)).toEqual([0, 2]);
  });
});

describe("the loop guard", () => {
  it("stops a burst after 1,000 node steps, as an incident that names where", () => {
    const told = new Story(
      houseOf([
        toWorkflow("w", { start: onCreated, a: ["update", { stage: "a" }], b: ["update", { stage: "b" }] }, [
          "start>a",
          "a>b",
          "b>a",
        ]),
      ]),
    );
    told.create();
    expect(incidentsIn(told)).toMatchObject([{ code: "loop-guard" }]);
    const visits = Object.values(told.runsOf("w")[0]?.visits ?? {});
    expect(visits.reduce((sum, one) => sum + one, 0)).toBe(1_001);
    expect(told.runsOf("w")[0]?.path.length).toBeLessThanOrEqual(500);
  });

  it("sinks no other workflow: the one that loops stops alone", () => {
    const loops = toWorkflow(
      "a-loops",
      { start: onCreated, a: ["update", { stage: "a" }], b: ["update", { stage: "b" }] },
      ["start>a", "a>b", "b>a"],
    );
    const works = toWorkflow("works", { start: onCreated, tag: ["update", { addTags: ["worked"] }] }, [
      "start>tag",
    ]);
    const told = new Story(houseOf([loops, works]));
    told.create();
    expect(incidentsIn(told)).toMatchObject([{ code: "loop-guard" }]);
    expect(told.state?.ticket.tags).toEqual(["worked"]);
  });

  it("stops a loop around a costly template long before, and leaves other runs what they need", () => {
    const costly = "{% for a in (1..6000) %}{{ a }}{% endfor %}";
    const loops = toWorkflow(
      "a-loops",
      { start: onCreated, a: ["update", { stage: costly }], b: ["update", { stage: "b" }] },
      ["start>a", "a>b", "b>a"],
    );
    const works = toWorkflow(
      "works",
      { start: onCreated, tag: ["update", { addTags: ["{{ ticket.channel }}"] }] },
      ["start>tag"],
    );
    const told = new Story(houseOf([loops, works]));
    told.create();
    expect(incidentsIn(told)).toMatchObject([{ code: "template.failed" }]);
    expect(Object.values(told.runsOf("a-loops")[0]?.visits ?? {}).every((visits) => visits < 20)).toBe(true);
    expect(told.state?.ticket.tags).toEqual([told.state?.ticket.channel]);
  });

  it("stops workflows that start each other after ten levels", () => {
    const flip = (key: string, from: string, to: string) =>
      toWorkflow(
        key,
        {
          start: [
            "trigger",
            { on: "ticket.updated", when: { fact: "ticket.stage", operator: "equal", value: from } },
          ],
          set: ["update", { stage: to }],
        },
        ["start>set"],
      );
    const told = new Story(houseOf([flip("ping", "a", "b"), flip("pong", "b", "a")]));
    told.create();
    told.tell(1, { type: "ticket.updated", changes: { stage: "a" } });
    expect(incidentsIn(told)).toMatchObject([{ code: "loop-guard", run: null }]);
    expect(Math.max(...[...told.runs.values()].map(({ level }) => level))).toBe(10);
  });
});

describe("what a workflow causes", () => {
  const counting = (allowSelf: boolean) =>
    toWorkflow(
      "w",
      {
        start: ["trigger", { on: "ticket.updated", ...(allowSelf ? { allowSelf } : {}) }],
        add: ["update", { stage: "{{ ticket.stage }}+" }],
      },
      ["start>add"],
    );

  it("does not start the same workflow again", () => {
    const told = new Story(houseOf([counting(false)]));
    told.create();
    told.tell(1, { type: "ticket.updated", changes: { stage: "x" } });
    expect(told.ticket.stage).toBe("x+");
  });

  it("does with allowSelf, until the loop guard", () => {
    const told = new Story(houseOf([counting(true)]));
    told.create();
    told.tell(1, { type: "ticket.updated", changes: { stage: "x" } });
    expect(told.ticket.stage).toBe(`x${"+".repeat(11)}`);
    expect(incidentsIn(told)).toHaveLength(1);
  });

  it("keeps its origin when it comes back as an event from outside", () => {
    const told = new Story(houseOf([counting(false)]));
    told.create();
    told.tell(
      1,
      { type: "ticket.updated", changes: { stage: "x" } },
      { origin: { workflow: "w", level: 1 } },
    );
    expect(told.ticket.stage).toBe("x");
  });
});

describe("starting by hand", () => {
  it("starts a manual trigger, or the trigger that is named", () => {
    const told = new Story(
      houseOf([
        toWorkflow(
          "w",
          { start: onCreated, hand: ["trigger", { on: "manual" }], set: ["update", { stage: "by hand" }] },
          ["hand>set"],
        ),
      ]),
    );
    told.create();
    told.tell(1, { type: "run.start", workflow: "w" });
    expect(told.ticket.stage).toBe("by hand");
    told.tell(2, { type: "run.start", workflow: "w", node: "start" });
    expect(told.runsOf("w").map(({ trigger }) => trigger)).toEqual(["start", "hand", "start"]);
    for (const workflow of ["w2", "toString"])
      expect(() => told.tell(3, { type: "run.start", workflow })).toThrow(
        expect.objectContaining({ code: "workflow.unknown" }),
      );
  });

  it("takes custom events for no other", () => {
    const told = new Story(houseOf([toWorkflow("w", { start: onCreated }, [])]));
    told.create();
    told.tell(1, custom("something"));
    expect(told.runsOf("w")).toHaveLength(1);
  });
});
