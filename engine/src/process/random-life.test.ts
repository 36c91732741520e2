/** Whatever happens to a ticket, in whatever order: ticket, load state and event log stay consistent. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineError } from "../errors.ts";
import type { AgentLoad, LoadState } from "../routing/load-state.ts";
import { createLoadState } from "../routing/load-state.ts";
import type { EventBody, TicketEvent } from "../state/events.ts";
import type { TicketState } from "../state/ticket-state.ts";
import { nextDueAt } from "../step/due.ts";
import {
  agentIds,
  houseOf,
  minute,
  processTwice,
  start,
  toDocument,
  toWorkflow,
} from "../step/story.fixture.ts";
import { processEvent } from "./process-event.ts";

const definitions = houseOf([
  toDocument("sla", "default", {
    calendar: "24x7",
    tiers: [
      {
        id: "all",
        targets: {
          "*": { firstResponse: "PT10M", nextResponse: "PT15M", assignment: "PT5M", resolution: "PT60M" },
          P0: { resolution: "PT20M" },
        },
      },
    ],
    pauseOn: { resolution: ["pending_customer"] },
    maxPause: "PT30M",
    reminders: [
      { id: "yellow", metric: "*", at: "-PT3M", card: "yellow", notify: ["assignee"] },
      { id: "red", metric: "*", at: "PT0S", card: "red", notify: ["lead"], escalate: true },
    ],
  }),
  toDocument("routing", "default", {
    onOffline: { after: "PT5M", do: "return" },
    routes: [{ id: "all", steps: [{ group: "g", strategy: "round-robin", timeout: "PT5M" }, { pool: "p" }] }],
    fallback: { pool: "p" },
    pools: {
      p: { pick: "any", claimLimit: 1, claimTimeout: "PT10M", warnAfter: "PT5M", escalateAfter: "PT12M" },
    },
  }),
  toWorkflow(
    "intake",
    {
      start: ["trigger", { on: "ticket.created" }],
      clocks: ["sla", { policy: "default" }],
      assign: ["route", { policy: "default" }],
      greet: ["reply", { text: "您好 {{ agent.id }}" }],
      begin: ["update", { status: "open", stage: "处理中" }],
    },
    ["start>clocks", "clocks>assign", "assign.assigned>begin", "assign.pooled>greet"],
  ),
  toWorkflow(
    "on-resolved",
    {
      start: ["trigger", { on: "ticket.resolved" }],
      calm: ["wait", { for: "PT40M" }],
      close: ["update", { status: "closed" }],
    },
    ["start>calm", "calm.done>close"],
  ),
  toWorkflow(
    "approve",
    {
      start: ["trigger", { on: "sla.breached" }],
      ask: ["task", { title: "审批", group: "g", due: "PT8M", outcomes: [{ id: "yes", name: "是" }] }],
      again: ["route", { policy: "default" }],
      call: ["action", { action: "erp.refund" }],
      hold: ["update", { status: "on_hold" }],
    },
    ["start>ask", "ask.yes>call", "ask.timeout>again", "call.ok>hold"],
  ),
]);

/** One thing that somebody does; what it names may not be there, and is then refused. */
type Act = (
  state: TicketState,
) => { readonly body: EventBody; readonly actor?: TicketEvent["actor"] } | "presence";
interface Move {
  readonly name: string;
  readonly after: number;
  readonly agent: string;
  readonly act: Act;
  readonly presence: AgentLoad["presence"];
}

const message = (author: "customer" | "agent"): EventBody => ({
  type: "message.received",
  message: { id: "m", author, public: true, text: "在吗" },
});
const statuses = ["open", "pending_customer", "on_hold", "resolved", "closed"] as const;

const bodies = (agent: string): Readonly<Record<string, Act>> => ({
  presence: () => "presence",
  timer: () => ({ body: { type: "timer" } }),
  customer: () => ({ body: message("customer"), actor: { type: "customer" } }),
  reply: () => ({ body: message("agent"), actor: { type: "agent", id: agent } }),
  ...Object.fromEntries(
    statuses.map((status): [string, Act] => [
      status,
      () => ({ body: { type: "ticket.updated", changes: { status } }, actor: { type: "agent", id: agent } }),
    ]),
  ),
  priority: () => ({ body: { type: "ticket.updated", changes: { priority: "P0" } } }),
  claim: () => ({ body: { type: "ticket.claim", pool: "p", agent }, actor: { type: "agent", id: agent } }),
  release: () => ({ body: { type: "ticket.release" } }),
  assign: () => ({ body: { type: "ticket.assign", agent } }),
  unknownAgent: () => ({ body: { type: "ticket.assign", agent: "nobody" } }),
  transfer: () => ({ body: { type: "ticket.transfer", group: "g" } }),
  drain: () => ({ body: { type: "routing.drain" } }),
  offline: () => ({ body: { type: "routing.offline" } }),
  reroute: () => ({ body: { type: "ticket.reroute" } }),
  reclassify: () => ({ body: { type: "ticket.reclassify" } }),
  answer: ({ tasks }) => ({
    body: { type: "task.completed", task: tasks[0]?.id ?? "none", outcome: "yes", form: {} },
    actor: { type: "agent", id: agent },
  }),
  ...Object.fromEntries(
    [true, false].map((ok): [string, Act] => [
      ok ? "jobDone" : "jobFailed",
      ({ runs }) => {
        const wait = runs.flatMap(({ tokens }) => tokens.flatMap((token) => token.wait ?? []));
        const job = wait.find((item) => item.type === "job");
        return { body: { type: "job.finished", job: job?.job ?? "none", ok } };
      },
    ]),
  ),
  retry: ({ runs }) => {
    const wait = runs.flatMap(({ tokens }) => tokens.flatMap((token) => token.wait ?? []));
    const held = wait.find((item) => item.type === "incident");
    return { body: { type: "incident.retry", incident: held?.incident ?? "none" } };
  },
  cancel: ({ runs }) => ({ body: { type: "run.cancel", run: runs[0]?.id ?? "none" } }),
});
const names = Object.keys(bodies("a"));

const move: fc.Arbitrary<Move> = fc
  .record({
    name: fc.constantFrom(...names),
    after: fc.constantFrom(0, 0, 1, 3, 7, 60),
    agent: fc.constantFrom(...agentIds),
    presence: fc.constantFrom("online", "online", "break", "offline"),
  })
  .map((item) => ({ ...item, act: bodies(item.agent)[item.name] as Act, presence: item.presence }) as Move);

/** What the agents must carry, counted from the ticket alone. */
function recount({ ticket, routing }: TicketState) {
  const done = ticket.status === "resolved" || ticket.status === "closed";
  return Object.fromEntries(
    agentIds.map((id) => {
      const carries = routing?.type === "assigned" && routing.agent === id;
      const claims = carries && routing.how === "claimed" && !done ? 1 : 0;
      return [id, { counts: carries ? { [ticket.status]: 1 } : {}, claims }];
    }),
  );
}

const counted = (load: LoadState) =>
  Object.fromEntries(
    agentIds.map((id) => {
      const row = load.agent(id);
      const claims = Object.values(row?.claims ?? {}).reduce((sum, one) => sum + one, 0);
      return [id, { counts: row?.counts.ticket ?? {}, claims }];
    }),
  );

/** With an agent, in a pool, waiting for a group, or nowhere: never two of them. */
function expectOnePlace({ ticket, routing }: TicketState, load: LoadState): void {
  const entry = load.entry("t");
  const done = ticket.status === "resolved" || ticket.status === "closed";
  expect(entry !== undefined).toBe((routing?.type === "pooled" || routing?.type === "waiting") && !done);
  if (entry && routing)
    expect(entry).toMatchObject({ type: routing.type, status: ticket.status, priority: ticket.priority });
  expect(ticket.assignee).toBe(routing?.type === "assigned" ? routing.agent : null);
  expect(ticket.pool).toBe(routing?.type === "pooled" ? routing.pool : null);
}

interface Applied {
  readonly event:
    | TicketEvent
    | { readonly agent: string; readonly presence: AgentLoad["presence"]; readonly at: number };
}

/** Lives a life and checks every moment of it; answers what really happened and how it ended. */
function live(moves: readonly Move[]) {
  const load = createLoadState();
  const applied: Applied["event"][] = [];
  let state: TicketState | null = null;
  let now = start;
  const apply = (body: EventBody, actor: TicketEvent["actor"]): void => {
    const event = { ...body, id: `e${applied.length}`, at: now, actor } as TicketEvent;
    const before = load.snapshot();
    load.begin();
    try {
      const result = processTwice(definitions, state, load, event);
      load.commit();
      expect(result.ticketState.seq).toBe((state?.seq ?? 0) + 1);
      state = result.ticketState;
      applied.push(event);
    } catch (error) {
      load.rollback();
      expect(error).toBeInstanceOf(EngineError);
      expect(error).toMatchObject({ category: "user" });
      expect(load.snapshot()).toEqual(before);
    }
  };
  const input = { channel: "web", subject: "hello", customer: { id: "c" } };
  apply({ type: "ticket.created", ticket: { id: "t", number: 1, input } }, { type: "customer" });
  for (const { after, act, agent, presence } of moves) {
    now += after * minute;
    const done = act(state as unknown as TicketState);
    if (done === "presence") {
      load.begin();
      load.setPresence(agent, presence, now);
      load.commit();
      applied.push({ agent, presence, at: now });
      continue;
    }
    apply(done.body, done.actor ?? { type: "system" });
    const current = state as unknown as TicketState;
    expect(counted(load)).toEqual(recount(current));
    expectOnePlace(current, load);
    if (done.body.type === "timer")
      expect(nextDueAt(current) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
  }
  return { state: state as unknown as TicketState, load: load.snapshot(), applied };
}

/** The stored events once more, from nothing. */
function replay(applied: readonly Applied["event"][]) {
  const load = createLoadState();
  let state: TicketState | null = null;
  load.begin();
  for (const event of applied) {
    if ("presence" in event) load.setPresence(event.agent, event.presence, event.at);
    else state = processEvent(definitions, { state, load }, event, event.at).ticketState;
  }
  load.commit();
  return { state, load: load.snapshot() };
}

describe("a ticket's life", () => {
  it("keeps ticket and load state consistent at every moment, and replays to the same end", () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 5, maxLength: 30 }), (moves) => {
        const { state, load, applied } = live(moves);
        expect(replay(applied)).toEqual({ state, load });
      }),
      { numRuns: 150 },
    );
  });
});
