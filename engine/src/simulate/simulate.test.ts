import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { compileDefinitions } from "../definitions/compile.ts";
import { createLoadState, emptySnapshot } from "../routing/load-state.ts";
import { frozen, houseOf, toWorkflow } from "../step/story.fixture.ts";
import { simulate } from "./simulate.ts";

const document = <K extends AnyDocument["kind"]>(kind: K, spec: (AnyDocument & { kind: K })["spec"]) =>
  ({ kind, key: "default", name: kind, formatVersion: 1, spec }) as unknown as AnyDocument;

const minute = 60_000;
const at = Date.parse("2026-11-10T10:00:00+08:00");

const documents: readonly AnyDocument[] = [
  document("sla", { calendar: "24x7", tiers: [{ id: "all", targets: { "*": { resolution: "PT10H" } } }] }),
  document("routing", {
    routes: [{ id: "all", steps: [{ sticky: "P7D" }, { group: "g", strategy: "round-robin" }] }],
    fallback: { pool: "p" },
    pools: { p: {} },
  }),
  document("campaign", {
    from: "2026-11-10T11:00:00+08:00",
    until: "2026-11-10T12:00:00+08:00",
    phases: [
      {
        id: "rush",
        from: "2026-11-10T11:00:00+08:00",
        until: "2026-11-10T12:00:00+08:00",
        sla: [{ policy: "default", scale: { resolution: 2 }, inFlight: "retarget", onEnd: "retarget" }],
      },
    ],
  }),
  document("workflow", {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      { id: "clocks", type: "sla", config: { policy: "default" } },
      { id: "assign", type: "route", config: { policy: "default" } },
      { id: "call", type: "action", config: { action: "http.request", version: "1" } },
      { id: "failed", type: "update", config: { stage: "failed" } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "clocks" },
      { id: "e2", source: "clocks", sourcePort: "out", target: "assign" },
      { id: "e3", source: "assign", sourcePort: "assigned", target: "call" },
      { id: "e4", source: "call", sourcePort: "error", target: "failed" },
    ],
  }),
];

const agent = (id: string) => ({ id, name: id, groups: ["g"], capacity: { chat: 1, ticket: 1 } });
const definitions = compileDefinitions({
  live: documents.map((one) => ({ document: one, revision: 1 })),
  settings: {
    workspace: { name: "w", timezone: "Asia/Shanghai", closedFinalDays: 14 },
    fields: [],
    categories: [],
    channels: [],
    shops: [],
  },
  people: {
    agents: [agent("a"), agent("b")],
    groups: [{ key: "g", label: { zh: "g", en: "g" } }],
    skills: [],
    shifts: [],
  },
});

function online() {
  const load = createLoadState(emptySnapshot);
  load.begin();
  for (const id of ["a", "b"]) load.setPresence(id, "online", at);
  load.commit();
  return load.snapshot();
}

const ticket = { channel: "web", subject: "hello", customer: { id: "c" } };
const run = (rest: Partial<Parameters<typeof simulate>[1]> = {}) =>
  simulate(definitions, { ticket, at, load: online(), ...rest });

describe("simulate", () => {
  it("gives the ticket to the customer's last agent, and knows what was known of the customer", () => {
    expect(run().ticketState.ticket.assignee).toBe("a");
    const customer = { known: { tier: "gold" }, lastAssigned: { agent: "b", at: at - minute } };
    const { ticket: after } = run({ customer }).ticketState;
    expect(after).toMatchObject({ assignee: "b", customer: { id: "c", tier: "gold" } });
  });

  it("tells what every node did: where it went, what it changed, set and decided, what it waits for", () => {
    const { steps, ticketState } = run();
    const nodes = steps.flatMap((step) => step.nodes);
    const [id] = ticketState.runs.map((open) => open.id);
    expect(nodes.map(({ node, visit, woken, port, wait }) => [node, visit, woken, port, wait])).toEqual([
      ["start", 1, null, "out", null],
      ["clocks", 1, null, "out", null],
      ["assign", 1, null, null, { type: "route" }],
      ["assign", 1, "routed", "assigned", null],
      ["call", 1, null, null, { type: "job", job: `${id}:call:1` }],
    ]);
    const [, clocks, , assigned, call] = nodes;
    expect(clocks?.decisions.map(({ kind }) => kind)).toEqual(["sla"]);
    expect(assigned).toMatchObject({ run: id, at, changes: { assignee: [null, "a"] } });
    expect(assigned?.decisions.map(({ kind }) => kind)).toEqual(["routing"]);
    expect(call).toMatchObject({ changes: {}, decisions: [], jobs: [`${id}:call:1`] });
  });

  it("tells what a woken node changed in the step that woke it", () => {
    const failing = { call: { code: "http.status", message: "500" } };
    const nodes = run({ failing }).steps.flatMap((step) => step.nodes);
    expect(nodes.slice(-2)).toMatchObject([
      { node: "call", woken: "job", port: "error", wait: null, changes: {} },
      { node: "failed", woken: null, changes: { stage: [null, "failed"] } },
    ]);
  });

  it("lets an action fail where the caller says so, by the node's own id only", () => {
    const failing = { call: { code: "http.status", message: "500" } };
    expect(run({ failing }).ticketState.ticket.stage).toBe("failed");
    expect(run({ failing: {}, pinned: {} }).ticketState.ticket.stage).toBeNull();
  });

  it("passes the edges of campaigns on the way, each once and at its own instant", () => {
    const { steps, endedAt } = run({ follow: 180 * minute });
    const edges = steps.filter(({ event }) => event.type === "campaign.edge");
    expect(edges.map(({ event }) => (event.at - at) / minute)).toEqual([60, 120]);
    const dues = edges.map(({ decisions }) =>
      decisions.flatMap((one) => (one.kind === "sla" ? one.clocks : [])),
    );
    expect(dues.map((clocks) => clocks.map(({ due }) => (due - at) / minute))).toEqual([[1200], [600]]);
    expect(endedAt).toBe(at + 180 * minute);
  });

  it("does not follow campaigns with a ticket that is done", () => {
    const events = [
      { after: minute, body: { type: "ticket.updated", changes: { status: "resolved" } } as const },
    ];
    const { steps } = run({ events, follow: 180 * minute });
    expect(steps.some(({ event }) => event.type === "campaign.edge")).toBe(false);
  });

  it("changes nothing that it is given, and answers the same each time", () => {
    const input = frozen({
      ticket,
      at,
      load: online(),
      pinned: { call: { status: 200 } },
      follow: 180 * minute,
    });
    const once = simulate(definitions, input);
    expect(simulate(definitions, input)).toEqual(once);
    expect(JSON.parse(JSON.stringify(once))).toEqual(once);
  });

  it("answers pinned actions at once and reports the others as what would run", () => {
    const open = run();
    expect(open.steps.flatMap(({ jobs }) => jobs)).toMatchObject([{ node: "call", action: "http.request" }]);
    expect(open.ticketState.runs).toHaveLength(1);
    const pinned = run({ pinned: { call: null } });
    expect(pinned.steps.map(({ event }) => event.type)).toEqual(["ticket.created", "job.finished"]);
    expect(pinned.ticketState.runs).toEqual([]);
    expect(pinned.runs.map(({ status }) => status)).toEqual(["completed"]);
  });

  it("takes events in the order of their time, with the timers that are due between them", () => {
    const stage = (after: number, value: string) =>
      ({ after: after * minute, body: { type: "ticket.updated", changes: { stage: value } } }) as const;
    const { steps, ticketState } = simulate(napping, {
      ticket,
      at,
      events: [stage(20, "late"), stage(5, "early")],
    });
    expect(steps.map(({ event }) => [event.type, (event.at - at) / minute])).toEqual([
      ["ticket.created", 0],
      ["ticket.updated", 5],
      ["timer", 10],
      ["ticket.updated", 20],
    ]);
    expect(ticketState.ticket).toMatchObject({ stage: "late", tags: ["rested"] });
  });

  it("stops following when the time is over", () => {
    expect(simulate(napping, { ticket, at, follow: 9 * minute }).ticketState.ticket.tags).toEqual([]);
    expect(simulate(napping, { ticket, at, follow: 10 * minute }).ticketState.ticket.tags).toEqual([
      "rested",
    ]);
  });

  it("completes the oldest task, and refuses when there is none", () => {
    const events = [{ after: minute, body: { type: "task.oldest", outcome: "ok", form: {} } } as const];
    expect(simulate(asking, { ticket, at, events }).ticketState.tasks).toHaveLength(1);
    expect(() => run({ events })).toThrow(expect.objectContaining({ code: "task.unknown" }));
  });

  it("refuses a story without end: waits and pinned actions that lead back to themselves", () => {
    const refusal = expect.objectContaining({ code: "run.loop-guard" });
    expect(() => simulate(ticking, { ticket, at, follow: 24 * 60 * minute })).toThrow(refusal);
    expect(() => simulate(calling, { ticket, at, pinned: { call: {} } })).toThrow(refusal);
  });
});

const onCreated = ["trigger", { on: "ticket.created" }] as const;
const napping = houseOf([
  toWorkflow(
    "w",
    { start: onCreated, nap: ["wait", { for: "PT10M" }], set: ["update", { addTags: ["rested"] }] },
    ["start>nap", "nap.done>set"],
  ),
]);
const task = (title: string) => ["task", { title, outcomes: [{ id: "ok", name: "ok" }] }] as const;
const asking = houseOf([
  toWorkflow("w", { start: onCreated, first: task("1"), second: task("2") }, [
    "start>first",
    "first.ok>second",
  ]),
]);
const ticking = houseOf([
  toWorkflow("w", { start: onCreated, nap: ["wait", { for: "PT1S" }] }, ["start>nap", "nap.done>nap"]),
]);
const calling = houseOf([
  toWorkflow("w", { start: onCreated, call: ["action", { action: "erp.next" }] }, [
    "start>call",
    "call.ok>call",
  ]),
]);
