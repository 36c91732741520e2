import { describe, expect, it } from "vitest";
import type { EventBody } from "../state/events.ts";
import { nextDueAt } from "../step/due.ts";
import { houseOf, minute, pathOf, Story, start, toDocument, toWorkflow } from "../step/story.fixture.ts";
import { processEvent } from "./process-event.ts";

const routing = toDocument("routing", "default", {
  routes: [{ id: "all", steps: [{ group: "g", strategy: "round-robin", timeout: "PT5M" }, { pool: "p" }] }],
  fallback: { pool: "p" },
  pools: { p: { pick: "any", claimTimeout: "PT10M", warnAfter: "PT5M" } },
});
const intake = toWorkflow(
  "intake",
  {
    start: ["trigger", { on: "ticket.created" }],
    assign: ["route", { policy: "default" }],
    done: ["update", { stage: "assigned" }],
    pooled: ["update", { stage: "pooled" }],
  },
  ["start>assign", "assign.assigned>done", "assign.pooled>pooled"],
);
const refund = toWorkflow(
  "refund",
  {
    start: ["trigger", { on: "manual" }],
    ask: ["task", { title: "t", outcomes: [{ id: "ok", name: "ok" }] }],
  },
  ["start>ask"],
);

const timer: EventBody = { type: "timer" };
const claim: EventBody = { type: "ticket.claim", pool: "p", agent: "a" };
const asAgent = (id: string) => ({ actor: { type: "agent", id } }) as const;
const status = (value: "open" | "resolved"): EventBody => ({
  type: "ticket.updated",
  changes: { status: value },
});

/** A ticket that nobody took, which then went to the pool. */
function pooled(): Story {
  const told = new Story(houseOf([routing, intake, refund]));
  told.create();
  told.tell(5, timer);
  return told;
}

describe("a ticket that is routed", () => {
  it("goes on by the port of what became of it: at once, when somebody is free, or into the pool", () => {
    const atOnce = new Story(houseOf([routing, intake]), ["b"]);
    atOnce.create();
    expect(atOnce.ticket).toMatchObject({ assignee: "b", group: "g", stage: "assigned" });
    expect(atOnce.ticket.firstAssignedAt).toBe(start);

    const later = new Story(houseOf([routing, intake]));
    later.create();
    expect(later.waitOf("intake")).toEqual({ type: "route" });
    expect(nextDueAt(later.current)).toBe(start + 5 * minute);
    later.load.begin();
    later.load.setPresence("c", "online", start);
    later.load.commit();
    later.tell(2, { type: "routing.drain" });
    expect(later.ticket).toMatchObject({ assignee: "c", stage: "assigned" });

    expect(pooled().ticket).toMatchObject({ assignee: null, pool: "p", stage: "pooled" });
    expect(pathOf(pooled().runsOf("intake")[0])).toContain("assign.pooled");
  });

  it("starts no workflow again that asked for it, however its routing ends", () => {
    const onUpdate = toWorkflow(
      "again",
      { start: ["trigger", { on: "ticket.updated" }], assign: ["route", { policy: "default" }] },
      ["start>assign"],
    );
    const told = new Story(houseOf([routing, onUpdate]), ["a", "b", "c"]);
    told.create();
    told.tell(1, { type: "ticket.updated", changes: { addTags: ["x"] } });
    expect(told.runsOf("again")).toHaveLength(1);

    const waiting = new Story(houseOf([routing, onUpdate]));
    waiting.create();
    waiting.tell(1, { type: "ticket.updated", changes: { addTags: ["x"] } });
    waiting.tell(6, timer);
    expect(waiting.ticket.pool).toBe("p");
    expect(waiting.runsOf("again")).toHaveLength(1);
  });

  it("starts those of others, and a person's assignment starts all", () => {
    const thanks = toWorkflow(
      "thanks",
      { start: ["trigger", { on: "ticket.assigned" }], note: ["update", { addTags: ["{{ agent.id }}"] }] },
      ["start>note"],
    );
    const told = new Story(houseOf([routing, intake, thanks]), ["a"]);
    told.create();
    expect(told.ticket.tags).toEqual(["a"]);
    told.tell(1, { type: "ticket.assign", agent: "b" });
    expect(told.ticket).toMatchObject({ assignee: "b", tags: ["a", "b"], transferCount: 1 });
  });

  it("is carried under the status that a workflow sets right after", () => {
    const open = toWorkflow(
      "open",
      { start: ["trigger", { on: "ticket.assigned" }], set: ["update", { status: "open" }] },
      ["start>set"],
    );
    const told = new Story(houseOf([routing, intake, open]), ["a"]);
    told.create();
    expect(told.load.agent("a")?.counts.ticket).toEqual({ open: 1 });
    told.tell(1, { type: "ticket.assign", agent: "b" });
    expect(told.load.agent("a")?.counts.ticket).toEqual({});
  });
});

describe("a claim", () => {
  it("goes back untouched after its time, and is not lost when touched", () => {
    const untouched = pooled();
    untouched.tell(6, claim, asAgent("a"));
    expect(nextDueAt(untouched.current)).toBe(start + 16 * minute);
    untouched.tell(16, timer);
    expect(untouched.current.routing).toMatchObject({ type: "pooled", notFirst: "a" });
  });

  it("given back by its agent is no transfer", () => {
    const told = pooled();
    told.tell(6, claim, asAgent("a"));
    told.tell(7, { type: "ticket.release" }, asAgent("a"));
    expect(told.current.routing).toMatchObject({ type: "pooled" });
    expect(told.ticket.transferCount).toBe(0);
  });

  it.each<[string, (told: Story) => void]>([
    ["a note", (told) => told.tell(7, note, asAgent("a"))],
    ["a change", (told) => told.tell(7, status("open"), asAgent("a"))],
    ["an answered task", answerTask],
  ])("is touched by %s of its agent", (_, touch) => {
    const told = pooled();
    told.tell(6, { type: "run.start", workflow: "refund" });
    told.tell(6, claim, asAgent("a"));
    touch(told);
    expect(told.current.routing).toMatchObject({ type: "assigned", claimExpiresAt: null });
    told.tell(16, timer);
    expect(told.ticket.assignee).toBe("a");
  });

  it("is not touched by others", () => {
    const told = pooled();
    told.tell(6, claim, asAgent("a"));
    told.tell(7, note, asAgent("b"));
    expect(told.current.routing).toMatchObject({ claimExpiresAt: start + 16 * minute });
  });

  it("is given once: whoever comes later is refused, and nothing changes", () => {
    const told = pooled();
    told.tell(6, claim, asAgent("a"));
    const [state, load] = [told.current, told.load.snapshot()];
    expect(() => told.tell(6, { ...claim, agent: "b" } as EventBody)).toThrow(
      expect.objectContaining({
        code: "routing.refused",
        details: expect.objectContaining({ reason: "pool.taken" }),
      }),
    );
    expect([told.current, told.load.snapshot()]).toEqual([state, load]);
  });

  it("given back puts the ticket into the pool again", () => {
    const told = pooled();
    told.tell(6, claim, asAgent("a"));
    told.tell(7, { type: "ticket.release" });
    expect(told.ticket).toMatchObject({ assignee: null, pool: "p" });
    expect(told.load.agent("a")).toMatchObject({ counts: { ticket: {} }, claims: {} });
  });
});

const note: EventBody = {
  type: "message.received",
  message: { id: "m", author: "agent", public: false, text: "查一下" },
};

function answerTask(told: Story): void {
  const task = told.current.tasks[0]?.id ?? "";
  told.tell(7, { type: "task.completed", task, outcome: "ok", form: {} }, asAgent("a"));
}

describe("a done ticket", () => {
  it("is served to nobody, though a drain was on its way", () => {
    const told = new Story(houseOf([routing, intake]));
    told.create();
    told.tell(1, status("resolved"));
    told.load.begin();
    told.load.setPresence("a", "online", start);
    told.load.commit();
    told.tell(2, { type: "routing.drain" });
    expect(told.ticket.assignee).toBeNull();
    told.tell(3, status("open"));
    told.tell(4, { type: "routing.drain" });
    expect(told.ticket.assignee).toBe("a");
  });
});

describe("a ticket that is done while it waits", () => {
  const waiting = (documents = [routing, intake]) => {
    const told = new Story(houseOf(documents));
    told.create();
    expect(told.current.routing).toMatchObject({ type: "waiting", run: { token: expect.any(String) } });
    return told;
  };

  it("has no run that waits for an agent any more; reopened, it is found one", () => {
    const told = waiting();
    const { runs } = told.tell(1, status("resolved"));
    expect(runs).toMatchObject([{ status: "completed", endedAt: start + minute }]);
    expect(told.current).toMatchObject({ runs: [], routing: { type: "waiting", run: null } });
    told.load.begin();
    told.load.setPresence("b", "online", start);
    told.load.commit();
    told.tell(2, status("open"));
    told.tell(3, { type: "routing.drain" });
    expect(told.ticket).toMatchObject({ assignee: "b", stage: null });
  });

  it("loses the branch that waits for an agent, and no other", () => {
    const both = toWorkflow(
      "intake",
      {
        start: ["trigger", { on: "ticket.created" }],
        fork: ["parallel", { branches: [{ id: "a" }, { id: "b" }] }],
        assign: ["route", { policy: "default" }],
        ask: ["task", { title: "t", outcomes: [{ id: "ok", name: "ok" }] }],
      },
      ["start>fork", "fork.a>assign", "fork.b>ask"],
    );
    const told = waiting([routing, both]);
    told.tell(1, status("resolved"));
    expect(told.current.runs.flatMap(({ tokens }) => tokens.map(({ node }) => node))).toEqual([
      "fork",
      "ask",
    ]);
  });
});

describe("an event of a ticket that is not there", () => {
  it.each<EventBody>([claim, timer, { type: "routing.drain" }, status("open")])(
    "$type is refused",
    (body) => {
      const told = new Story(houseOf([routing]));
      const event = { ...body, id: "e", at: start, actor: { type: "system" } } as const;
      expect(() => processEvent(told.definitions, { state: null, load: told.load }, event, start)).toThrow(
        expect.objectContaining({ code: "step.missing-ticket" }),
      );
    },
  );
});

describe("routes on plugin facts", () => {
  const byRisk = toDocument("routing", "default", {
    routes: [
      { id: "risk", when: { fact: "crm.risk", operator: "equal", value: "high" }, steps: [{ pool: "risk" }] },
    ],
    fallback: { pool: "p" },
    pools: { p: {}, risk: {} },
  });
  const house = houseOf([byRisk, intake], { fetched: (fact) => fact.startsWith("crm.") });
  const create = (facts?: object) => {
    const input = { channel: "web", subject: "hello", customer: { id: "c" } };
    const body = { type: "ticket.created", ticket: { id: "t", number: 1, input } } as const;
    return new Story(house).tell(0, { ...body, ...(facts ? { facts } : {}) } as EventBody).ticketState.ticket
      .pool;
  };

  it("ask for them before the ticket is placed, and take what is stored with the event", () => {
    expect(() => create()).toThrow(expect.objectContaining({ name: "FactsNeeded", facts: ["crm.risk"] }));
    expect(create({ "crm.risk": "high" })).toBe("risk");
    expect(create({ "crm.risk": null })).toBe("p");
  });
});

describe("a policy that is not there any more", () => {
  it("holds the route node as an incident; the ticket comes in", () => {
    const told = new Story(houseOf([intake]));
    expect(told.create().effects).toMatchObject([
      { type: "incident", node: "assign", code: "definition.missing" },
    ]);
  });

  it("does not stop the timers of tickets that waited in it: they are routed by the default", () => {
    const old = toDocument("routing", "old", {
      routes: [{ id: "gone", steps: [{ group: "g", timeout: "PT5M" }] }],
      fallback: { pool: "x" },
      pools: { x: {} },
    });
    const byOld = toWorkflow(
      "intake",
      { start: ["trigger", { on: "ticket.created" }], assign: ["route", { policy: "old" }] },
      ["start>assign"],
    );
    const told = new Story(houseOf([old, byOld, routing]));
    told.create();
    const after = new Story(houseOf([byOld, routing]));
    after.state = told.current;
    after.tell(5, timer);
    expect(after.current.routing).toMatchObject({ type: "waiting", policy: { key: "default" } });
    expect(after.current.runs).toHaveLength(1);
  });
});

describe("a ticket that is done", () => {
  const moves: readonly EventBody[] = [
    { type: "ticket.assign", agent: "b", onlyOpen: true },
    { type: "ticket.transfer", group: "g", onlyOpen: true },
  ];

  it.each(moves)("is refused where only open ones are meant: $type", (move) => {
    const told = new Story(houseOf([routing, intake]), ["a", "b"]);
    told.create();
    told.tell(1, { type: "ticket.assign", agent: "a", onlyOpen: true });
    told.tell(2, { type: "ticket.updated", changes: { status: "resolved" } });
    expect(() => told.tell(3, move)).toThrow(expect.objectContaining({ code: "ticket.transition" }));
    expect(told.ticket.assignee).toBe("a");
    told.tell(4, { type: "ticket.assign", agent: "b" });
    expect(told.ticket.assignee).toBe("b");
  });
});

describe("a ticket that is routed as if it were new", () => {
  const reroute: EventBody = { type: "ticket.reroute" };

  it("leaves its owner, also one whom a person chose, for somebody else", () => {
    const told = new Story(houseOf([routing, intake]), ["a", "b"]);
    told.create();
    told.tell(1, { type: "ticket.assign", agent: "a" });
    const { decisions } = told.tell(2, reroute);
    expect(told.ticket).toMatchObject({ assignee: "b", transferCount: expect.any(Number) });
    expect(decisions).toMatchObject([{ kind: "routing", route: "all", outcome: { agent: "b" } }]);
    expect(told.load.agent("a")?.counts.ticket).toEqual({});
  });

  it("waits when nobody else is there, also one that waited or lay in a pool before", () => {
    const alone = new Story(houseOf([routing, intake]), ["a"]);
    alone.create();
    alone.tell(1, reroute);
    expect(alone.current.routing).toMatchObject({ type: "waiting", group: "g" });
    alone.tell(2, { type: "routing.drain" });
    expect(alone.ticket.assignee).toBeNull();
    alone.tell(3, reroute);
    expect(alone.current.routing).toMatchObject({ type: "assigned", agent: "a" });
    const lying = pooled();
    lying.tell(6, reroute);
    expect(lying.current.routing).toMatchObject({ type: "waiting", step: 0 });
    expect(lying.load.entry("t")).toMatchObject({ type: "waiting" });
  });

  it("goes by what is live of its policy", () => {
    const first = new Story(houseOf([routing, intake]), ["a"]);
    first.create();
    const toPool = toDocument("routing", "default", {
      routes: [{ id: "all", steps: [{ pool: "q" }] }],
      fallback: { pool: "q" },
      pools: { q: {} },
    });
    const live = [
      { document: toPool, revision: 2 },
      { document: intake, revision: 1 },
    ];
    const next = new Story(houseOf([], { live, pinned: [{ document: routing, revision: 1 }] }));
    next.state = first.current;
    next.load.begin();
    for (const row of first.load.agents()) next.load.setAgent(row);
    next.load.commit();
    next.tell(1, reroute);
    expect(next.ticket).toMatchObject({ assignee: null, pool: "q" });
    expect(next.current.routing?.policy).toMatchObject({ revision: 2 });
  });

  it("stays as it is once it is done", () => {
    const told = new Story(houseOf([routing, intake]), ["a", "b"]);
    told.create();
    told.tell(1, status("resolved"));
    expect(() => told.tell(2, reroute)).toThrow(expect.objectContaining({ code: "ticket.transition" }));
  });
});
