import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineError } from "../errors.ts";
import { createLoadState, emptySnapshot, type LoadState, type QueueEntry } from "./load-state.ts";
import { groupQueue, poolQueue } from "./queue-keys.ts";

const entry = (ticket: string, over: Partial<QueueEntry> = {}): QueueEntry => ({
  ticket,
  policy: { kind: "routing", key: "p", revision: 1 },
  route: "r",
  step: 0,
  type: "waiting",
  group: "g",
  pool: null,
  kind: "ticket",
  shop: null,
  status: "open",
  priority: "P2",
  due: null,
  createdAt: 0,
  since: 0,
  timeoutAt: null,
  escalated: false,
  notFirst: null,
  exclude: [],
  ...over,
});

const open = (): LoadState => {
  const load = createLoadState();
  load.begin();
  return load;
};

const tickets = (entries: readonly QueueEntry[]) => entries.map(({ ticket }) => ticket);
const aTicket = { kind: "ticket", status: "open", claimedFrom: null } as const;

describe("loads", () => {
  it("counts per kind and status, and claims only while the ticket is open", () => {
    const load = open();
    const claimed = { kind: "chat", status: "open", claimedFrom: "p/general" } as const;
    load.addTicket("a", aTicket, 5);
    load.addTicket("a", claimed, 6);
    expect(load.agent("a")).toMatchObject({
      counts: { chat: { open: 1 }, ticket: { open: 1 } },
      claims: { "p/general": 1 },
      lastAssignedAt: 6,
    });
    load.changeStatus("a", claimed, "resolved");
    expect(load.agent("a")).toMatchObject({ counts: { chat: { resolved: 1 } }, claims: {} });
    load.changeStatus("a", { ...claimed, status: "resolved" }, "open");
    load.removeTicket("a", claimed);
    expect(load.agent("a")).toMatchObject({ counts: { chat: {}, ticket: { open: 1 } }, claims: {} });
  });

  it("refuses to take away what is not there, and changes outside a transaction", () => {
    const load = open();
    expect(() => load.removeTicket("a", aTicket)).toThrow(EngineError);
    load.enqueue(entry("t"));
    expect(() => load.enqueue(entry("t"))).toThrow(/already|in a queue/);
    load.commit();
    expect(() => load.setCursor("k", "a")).toThrow(/begin/);
    expect(() => load.setPresence("a", "online", 1)).toThrow(/begin/);
  });

  it("keeps since when the presence does not change", () => {
    const load = open();
    load.setPresence("a", "online", 10);
    load.setPresence("a", "online", 20);
    expect(load.agent("a")?.presenceSince).toBe(10);
    load.setPresence("a", "break", 30);
    expect(load.agent("a")).toMatchObject({ presence: "break", presenceSince: 30 });
  });
});

describe("queues", () => {
  it("orders waiting tickets by escalation, due, priority, age, id", () => {
    const load = open();
    const all = [
      entry("no-due", { createdAt: -9 }),
      entry("young", { due: 5, createdAt: 2 }),
      entry("old", { due: 5, createdAt: 1 }),
      entry("urgent", { due: 5, createdAt: 3, priority: "P0" }),
      entry("soon", { due: 4, createdAt: 9 }),
      entry("raised", { due: 99, escalated: true }),
    ];
    for (const item of all) load.enqueue(item);
    expect(tickets(load.queue(groupQueue("g")))).toEqual([
      "raised",
      "soon",
      "urgent",
      "old",
      "young",
      "no-due",
    ]);
    load.updateEntry("no-due", { due: 1 });
    load.dequeue("raised");
    expect(tickets(load.queue(groupQueue("g")))).toEqual(["no-due", "soon", "urgent", "old", "young"]);
  });

  it("gives a pool in each of its orders and keeps policies apart", () => {
    const load = open();
    const pooled = { type: "pooled", group: null, pool: "general" } as const;
    load.enqueue(entry("a", { ...pooled, due: 1, priority: "P3", createdAt: 3 }));
    load.enqueue(entry("b", { ...pooled, due: 2, priority: "P0", createdAt: 2 }));
    load.enqueue(entry("c", { ...pooled, due: 3, priority: "P1", createdAt: 1 }));
    load.enqueue(entry("z", { ...pooled, policy: { kind: "routing", key: "q", revision: 1 } }));
    const queue = poolQueue("p", "general");
    expect(tickets(load.queue(queue, "due-first"))).toEqual(["a", "b", "c"]);
    expect(tickets(load.queue(queue, "priority-first"))).toEqual(["b", "c", "a"]);
    expect(tickets(load.queue(queue, "oldest-first"))).toEqual(["c", "b", "a"]);
    expect([...load.queues()].sort()).toEqual([queue, poolQueue("q", "general")]);
  });
});

describe("transactions", () => {
  it("answers net changes only", () => {
    const load = open();
    load.setPresence("gone", "online", 1);
    load.enqueue(entry("kept"));
    load.commit();
    load.begin();
    load.enqueue(entry("passing"));
    load.dequeue("passing");
    load.dequeue("kept");
    load.setCursor("k", "a");
    load.removeAgent("gone");
    load.addTicket("a", aTicket, 1);
    const changes = load.commit();
    expect(changes).toMatchObject({
      removedAgents: ["gone"],
      cursors: { k: "a" },
      entries: { upsert: [], remove: ["kept"] },
    });
    expect(changes.agents.map(({ id }) => id)).toEqual(["a"]);
  });

  it("takes back one ticket of a batch and keeps the others", () => {
    const load = open();
    load.addTicket("a", aTicket, 1);
    const mark = load.mark();
    load.addTicket("a", aTicket, 2);
    load.enqueue(entry("bad"));
    load.rollbackTo(mark);
    load.addTicket("b", aTicket, 3);
    const { agents, entries } = load.commit();
    expect(agents.map(({ id, counts }) => [id, counts.ticket.open])).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    expect(entries).toEqual({ upsert: [], remove: [] });
  });

  const operation = fc.record({
    kind: fc.constantFrom(
      "presence",
      "add",
      "status",
      "enqueue",
      "dequeue",
      "update",
      "cursor",
      "remove-agent",
    ),
    who: fc.constantFrom("a", "b", "c"),
    ticket: fc.constantFrom("t1", "t2", "t3", "t4", "t5"),
    at: fc.nat(20),
  });
  type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

  const operations: { readonly [kind: string]: (load: LoadState, op: Operation) => void } = {
    presence: (load, { who, at }) => load.setPresence(who, at % 2 === 0 ? "online" : "break", at),
    add: (load, { who, at }) => load.addTicket(who, aTicket, at),
    status: (load, { who }) => {
      if (load.agent(who)?.counts.ticket.open) load.changeStatus(who, aTicket, "resolved");
    },
    enqueue: (load, { ticket, at }) => {
      const where = at % 3 === 0 ? ({ type: "pooled", group: null, pool: "general" } as const) : {};
      if (!load.entry(ticket)) load.enqueue(entry(ticket, { due: at, ...where }));
    },
    dequeue: (load, { ticket }) => load.dequeue(ticket),
    update: (load, { ticket, at }) => load.updateEntry(ticket, { due: at, escalated: at > 15 }),
    cursor: (load, { who, at }) => load.setCursor(`k${at % 3}`, who),
    "remove-agent": (load, { who }) => load.removeAgent(who),
  };
  const run = (load: LoadState, ops: readonly Operation[]) => {
    for (const op of ops) operations[op.kind]?.(load, op);
  };
  const queuesOf = (load: LoadState) =>
    [...load.queues()]
      .sort()
      .map((key) => [key, tickets(load.queue(key)), tickets(load.queue(key, "oldest-first"))]);
  const some = fc.array(operation, { maxLength: 40 });

  it("restores exactly what a mark or the beginning saw, queues included", () => {
    fc.assert(
      fc.property(some, some, some, (before, kept, undone) => {
        const load = open();
        run(load, before);
        load.commit();
        const start = load.snapshot();
        load.begin();
        run(load, kept);
        const [middle, queues] = [load.snapshot(), queuesOf(load)];
        const mark = load.mark();
        run(load, undone);
        load.rollbackTo(mark);
        expect(load.snapshot()).toEqual(middle);
        expect(queuesOf(load)).toEqual(queues);
        expect(queuesOf(createLoadState(middle))).toEqual(queues);
        run(load, undone);
        load.rollback();
        expect(load.snapshot()).toEqual(start);
      }),
      { numRuns: 300 },
    );
  });

  it("stored changes rebuild the state", () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (batches) => {
        const load = createLoadState(emptySnapshot);
        const rows = { agents: new Map(), entries: new Map(), cursors: {} };
        for (const batch of batches) {
          load.begin();
          run(load, batch);
          const changes = load.commit();
          for (const row of changes.agents) rows.agents.set(row.id, row);
          for (const id of changes.removedAgents) rows.agents.delete(id);
          for (const item of changes.entries.upsert) rows.entries.set(item.ticket, item);
          for (const id of changes.entries.remove) rows.entries.delete(id);
          Object.assign(rows.cursors, changes.cursors);
        }
        const stored = {
          agents: [...rows.agents.values()],
          entries: [...rows.entries.values()],
          cursors: rows.cursors,
        };
        expect(createLoadState(stored).snapshot()).toEqual(load.snapshot());
      }),
      { numRuns: 200 },
    );
  });
});
