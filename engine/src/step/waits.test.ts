import { describe, expect, it } from "vitest";
import type { EventBody } from "../state/events.ts";
import { nextDueAt } from "./due.ts";
import {
  agentIds,
  custom,
  houseOf,
  minute,
  pathOf,
  Story,
  start,
  toDocument,
  toWorkflow,
} from "./story.fixture.ts";

const onCreated = ["trigger", { on: "ticket.created" }] as const;
const by = (id: string) => ({ actor: { type: "agent", id } }) as const;
const timer: EventBody = { type: "timer" };
const status = (value: "open" | "resolved"): EventBody => ({
  type: "ticket.updated",
  changes: { status: value },
});

describe("a wait for an event", () => {
  const waiting = (config: object, trigger: object = { on: "ticket.created" }) =>
    new Story(
      houseOf([
        toWorkflow(
          "w",
          {
            start: ["trigger", trigger as { [key: string]: unknown }],
            wait: ["wait", config as { [key: string]: unknown }],
            met: ["update", { stage: "met" }],
            late: ["update", { stage: "late" }],
          },
          ["start>wait", "wait.done>met", "wait.timeout>late"],
        ),
      ]),
    );

  it("goes on when it happens and its condition holds, and keeps its data", () => {
    const when = { fact: "ticket.priority", operator: "equal", value: "P1" };
    const told = waiting({ event: "order.paid", when, saveAs: "paid" });
    told.create();
    told.tell(1, custom("order.shipped"));
    told.tell(2, custom("order.paid"));
    expect(told.ticket.stage).toBeNull();
    told.tell(3, { type: "ticket.updated", changes: { priority: "P1" } });
    expect(told.ticket.stage).toBeNull();
    told.tell(4, { type: "custom", name: "order.paid", data: { amount: 9 } });
    expect(told.ticket.stage).toBe("met");
    expect(told.runsOf("w")[0]?.vars).toEqual({ paid: { amount: 9 } });
  });

  it("goes by timeout, once and not before", () => {
    const told = waiting({ event: "order.paid", timeout: "PT10M" });
    told.create();
    expect(nextDueAt(told.current)).toBe(start + 10 * minute);
    told.tell(9, timer);
    expect(told.ticket.stage).toBeNull();
    told.tell(10, timer);
    expect(told.ticket.stage).toBe("late");
    expect(nextDueAt(told.current)).toBeNull();
  });

  it("is not woken by the event that started it, nor by what that event brought along", () => {
    const resolved = { fact: "ticket.status", operator: "equal", value: "resolved" };
    const told = waiting({ event: "ticket.statusChanged" }, { on: "ticket.updated", when: resolved });
    told.create();
    told.tell(1, status("resolved"));
    expect(told.waitOf("w")).toMatchObject({ type: "event", since: start + minute });
    told.tell(2, status("open"));
    expect(told.ticket.stage).toBe("met");
  });

  it("is not woken by what its own workflow does, but by another's", () => {
    const own = toWorkflow(
      "own",
      {
        start: onCreated,
        wait: ["wait", { event: "ticket.updated" }],
        met: ["update", { stage: "met" }],
        hand: ["trigger", { on: "manual" }],
        set: ["update", { addTags: ["x"] }],
      },
      ["start>wait", "wait.done>met", "hand>set"],
      { concurrency: "parallel" },
    );
    const other = toWorkflow(
      "other",
      { hand: ["trigger", { on: "manual" }], set: ["update", { addTags: ["y"] }] },
      ["hand>set"],
    );
    const told = new Story(houseOf([own, other]));
    told.create();
    told.tell(1, { type: "run.start", workflow: "own" });
    expect(told.ticket).toMatchObject({ stage: null, tags: ["x"] });
    told.tell(2, { type: "run.start", workflow: "other" });
    expect(told.ticket).toMatchObject({ stage: "met", tags: ["x", "y"] });
  });
});

describe("after downtime", () => {
  const nap = (key: string, span: string) =>
    toWorkflow(
      key,
      {
        start: onCreated,
        nap: ["wait", { for: span }],
        set: ["update", { stage: `{{ ticket.stage }}${key}` }],
      },
      ["start>nap", "nap.done>set"],
    );

  it("does what was due in the order in which it was due, all in one event", () => {
    const told = new Story(
      houseOf([nap("a", "PT30M"), nap("b", "PT10M"), nap("c", "PT20M"), nap("d", "PT3H")]),
    );
    told.create();
    expect(nextDueAt(told.current)).toBe(start + 10 * minute);
    told.tell(120, timer);
    expect(told.ticket.stage).toBe("bca");
    expect(nextDueAt(told.current)).toBe(start + 180 * minute);
  });

  it("says how late reminders and pool warnings are, and tells each once", () => {
    const told = new Story(
      houseOf([
        toDocument("sla", "default", {
          calendar: "24x7",
          tiers: [{ id: "all", targets: { "*": { resolution: "PT60M" } } }],
          reminders: [
            { id: "yellow", metric: "*", at: "-PT30M", card: "yellow", notify: ["agent:a"] },
            { id: "red", metric: "*", at: "PT0S", card: "red", escalate: true, notify: ["agent:b"] },
          ],
        }),
        toDocument("routing", "default", {
          routes: [],
          fallback: { pool: "p" },
          pools: { p: { warnAfter: "PT15M", escalateAfter: "PT1H" } },
        }),
        toWorkflow(
          "w",
          {
            start: onCreated,
            clocks: ["sla", { policy: "default" }],
            assign: ["route", { policy: "default" }],
          },
          ["start>clocks", "clocks>assign"],
        ),
      ]),
    );
    told.create();
    const { log, effects } = told.tell(90, timer);
    const lateness = log.flatMap((entry) =>
      "lateByMs" in entry ? [[entry.reminder ?? entry.type, entry.lateByMs]] : [],
    );
    expect(lateness).toEqual([
      ["yellow", 60 * minute],
      ["red", 30 * minute],
      ["pool-warning", 75 * minute],
      ["pool-escalation", 30 * minute],
    ]);
    const told2 = effects.flatMap((effect) =>
      effect.type === "notify" ? [[effect.reason, ...effect.agents]] : [],
    );
    // The pool is open to everybody and the ticket has no group yet: the leads of all groups are told.
    expect(told2).toEqual([
      ["sla-reminder", "a"],
      ["escalation", "b"],
      ["pool-warning", "a"],
      ["pool-escalation", "a"],
    ]);
    expect(told.ticket).toMatchObject({ escalated: true, tags: ["超时"] });
    expect(nextDueAt(told.current)).toBeNull();
    expect(told.tell(91, timer).effects).toEqual([]);
  });
});

describe("a task", () => {
  const asking = (config: object) => {
    const outcomes = [
      { id: "yes", name: "同意" },
      { id: "no", name: "驳回" },
    ];
    const told = new Story(
      houseOf([
        toWorkflow(
          "w",
          {
            start: onCreated,
            ask: [
              "task",
              { title: "审批 {{ ticket.subject }}", group: "g", outcomes, saveAs: "said", ...config },
            ],
            yes: ["update", { stage: "yes {{ vars.said.form.sum }}" }],
            no: ["update", { stage: "no" }],
            late: ["update", { stage: "late" }],
          },
          ["start>ask", "ask.yes>yes", "ask.no>no", "ask.timeout>late"],
        ),
      ]),
    );
    told.create();
    const task = told.current.tasks[0]?.id ?? "";
    const answer = (at: number, agent: string, outcome: string) =>
      told.tell(at, { type: "task.completed", task, outcome, form: { sum: 5 } }, by(agent));
    return { told, answer };
  };

  it("is decided by any one answer; its form is kept", () => {
    const { told, answer } = asking({});
    expect(told.current.tasks).toMatchObject([{ title: "审批 hello", group: "g", needed: 1 }]);
    expect(answer(1, "a", "yes").tasks).toMatchObject([{ status: "done" }]);
    expect(told.ticket.stage).toBe("yes 5");
    expect(told.current.tasks).toEqual([]);
  });

  it("takes as many equal answers as it says, of different people", () => {
    const { told, answer } = asking({ needed: 2 });
    answer(1, "a", "yes");
    answer(2, "a", "yes");
    answer(3, "b", "no");
    expect(told.ticket.stage).toBeNull();
    answer(4, "c", "yes");
    expect(told.ticket.stage).toBe("yes 5");
  });

  it("lets a person change their mind before it is decided", () => {
    const { told, answer } = asking({ needed: 2 });
    answer(1, "a", "yes");
    answer(2, "a", "no");
    answer(3, "b", "yes");
    expect(told.ticket.stage).toBeNull();
    answer(4, "c", "no");
    expect(told.ticket.stage).toBe("no");
  });

  it("with all takes the whole group", () => {
    const { told, answer } = asking({ needed: "all" });
    for (const agent of agentIds.slice(1)) answer(1, agent, "no");
    expect(told.ticket.stage).toBeNull();
    answer(2, agentIds[0] ?? "", "no");
    expect(told.ticket.stage).toBe("no");
  });

  it("with all ends as soon as somebody disagrees: by the last outcome, or the one that it names", () => {
    const last = asking({ needed: "all" });
    last.answer(1, "a", "yes");
    expect(last.answer(2, "b", "no").log).toContainEqual(
      expect.objectContaining({ type: "task.divided", taken: "no" }),
    );
    expect(last.told.ticket.stage).toBe("no");
    const named = asking({ needed: "all", divided: "yes" });
    named.answer(1, "a", "no");
    named.answer(2, "b", "yes");
    expect(named.told.ticket.stage).toBe("yes 5");
  });

  it("with n of m stays open while one outcome can still get enough", () => {
    const { told, answer } = asking({
      needed: 2,
      outcomes: ["yes", "no", "maybe"].map((id) => ({ id, name: id })),
      divided: "no",
    });
    answer(1, "a", "yes");
    answer(2, "b", "maybe");
    expect(told.ticket.stage).toBeNull();
    answer(3, "c", "no");
    expect(told.ticket.stage).toBe("no");
  });

  it("asks for no more people than there are", () => {
    const { told, answer } = asking({ needed: 100 });
    for (const agent of agentIds) answer(1, agent, "yes");
    expect(told.ticket.stage).toBe("yes 5");
  });

  it("times out, and then takes no answer", () => {
    const { told, answer } = asking({ due: "PT10M" });
    expect(told.tell(10, timer).tasks).toMatchObject([{ status: "timeout" }]);
    expect(told.ticket.stage).toBe("late");
    expect(() => answer(11, "a", "yes")).toThrow(expect.objectContaining({ code: "task.unknown" }));
  });

  it("refuses an outcome that it does not have", () => {
    const { told, answer } = asking({});
    const before = told.current;
    expect(() => answer(1, "a", "constructor")).toThrow(expect.objectContaining({ code: "task.outcome" }));
    expect(told.current).toBe(before);
  });

  it("tells the person that it names, when it opens", () => {
    const { told } = asking({ assignee: "b" });
    const notified = told.results[0]?.effects.filter(({ type }) => type === "notify");
    expect(notified).toMatchObject([{ agents: ["b"], reason: "task" }]);
    expect(pathOf(told.runsOf("w")[0])).toEqual(["start.out", "ask"]);
  });
});
