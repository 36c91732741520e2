import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { compileDefinitions } from "../definitions/compile.ts";
import { processEvent } from "../process/process-event.ts";
import { createLoadState, type LoadState } from "../routing/load-state.ts";
import type { EventBody, TicketEvent } from "../state/events.ts";
import type { TicketState } from "../state/ticket-state.ts";
import { nextDueAt } from "./due.ts";

const minute = 60_000;
const start = Date.parse("2026-11-10T10:00:00+08:00");

const document = (kind: AnyDocument["kind"], key: string, spec: object) =>
  ({ kind, key, name: key, formatVersion: 1, spec }) as unknown as AnyDocument;

const documents: readonly AnyDocument[] = [
  document("sla", "default", {
    calendar: "24x7",
    tiers: [{ id: "all", targets: { P3: { resolution: "PT60M" }, P1: { resolution: "PT20M" } } }],
    reminders: [{ id: "red", metric: "*", at: "PT0S", card: "red", notify: ["agent:lead"] }],
  }),
  document("routing", "default", {
    routes: [{ id: "all", steps: [{ group: "g", timeout: "PT5M" }, { pool: "p" }] }],
    fallback: { pool: "p" },
    pools: { p: { pick: "any", claimTimeout: "PT10M", warnAfter: "PT5M" } },
  }),
  document("workflow", "intake", {
    nodes: [
      { id: "start", type: "trigger", config: { on: "ticket.created" } },
      { id: "clocks", type: "sla", config: { policy: "default" } },
      { id: "assign", type: "route", config: { policy: "default" } },
    ],
    edges: [
      { id: "e1", source: "start", sourcePort: "out", target: "clocks" },
      { id: "e2", source: "clocks", sourcePort: "out", target: "assign" },
    ],
  }),
  document("workflow", "urgent", {
    nodes: [
      { id: "start", type: "trigger", config: { on: "urge" } },
      { id: "raise", type: "update", config: { priority: "P1" } },
    ],
    edges: [{ id: "e1", source: "start", sourcePort: "out", target: "raise" }],
  }),
  document("workflow", "finish", {
    nodes: [
      { id: "start", type: "trigger", config: { on: "finish" } },
      { id: "resolve", type: "update", config: { status: "resolved" } },
    ],
    edges: [{ id: "e1", source: "start", sourcePort: "out", target: "resolve" }],
  }),
];

const house = (live: readonly AnyDocument[]) =>
  compileDefinitions({
    live: live.map((one) => ({ document: one, revision: 1 })),
    settings: {
      workspace: { name: "w", timezone: "Asia/Shanghai", closedFinalDays: 14 },
      fields: [],
      categories: [],
      channels: [],
      shops: [],
    },
    people: {
      agents: [{ id: "a", name: "a", groups: ["g"], capacity: { chat: 1, ticket: 1 } }],
      groups: [{ key: "g", label: { zh: "g", en: "g" }, lead: "a" }],
      skills: [],
      shifts: [],
    },
  });

const definitions = house(documents);

/** One ticket and its load, events applied one after the other; nobody is online. */
function story(within = definitions) {
  const load: LoadState = createLoadState();
  let state: TicketState | null = null;
  let count = 0;
  const tell = (after: number, body: EventBody) => {
    count += 1;
    const now = start + after * minute;
    const event = { ...body, id: `e${count}`, at: now, actor: { type: "system" } } as TicketEvent;
    load.begin();
    const result = processEvent(within, { state, load }, event, now);
    load.commit();
    state = result.ticketState;
    return result;
  };
  const ticket = { id: "t", number: 1, input: { channel: "web", subject: "hello", customer: { id: "c" } } };
  tell(0, { type: "ticket.created", ticket });
  return { load, tell };
}

const named = (name: string): EventBody => ({ type: "custom", name, data: null });
const status = (value: "open" | "resolved"): EventBody => ({
  type: "ticket.updated",
  changes: { status: value },
});
const clockOf = ({ clocks }: TicketState) => clocks[0];

describe("clocks within a burst", () => {
  it("follow what a workflow changes: a priority retargets, resolving stops", () => {
    const { tell } = story();
    expect(clockOf(tell(1, named("urge")).ticketState)?.due).toBe(start + 20 * minute);
    const done = tell(2, named("finish")).ticketState;
    expect(done.ticket.status).toBe("resolved");
    expect(clockOf(done)).toMatchObject({ state: "stopped", stoppedAt: start + 2 * minute, nextAt: null });
  });

  it("tell a reminder that is late before the change that would end it", () => {
    const { tell } = story();
    const { effects, ticketState } = tell(70, status("resolved"));
    const told = effects.flatMap((effect) => (effect.type === "notify" ? [effect.data] : []));
    expect(told).toMatchObject([{ reminder: "red", lateByMs: 10 * minute }]);
    expect(clockOf(ticketState)).toMatchObject({ state: "stopped", fired: ["red"] });
  });
});

describe("a breach", () => {
  const onBreach = document("workflow", "breach", {
    nodes: [
      { id: "start", type: "trigger", config: { on: "sla.breached" } },
      { id: "stage", type: "update", config: { stage: "超时" } },
    ],
    edges: [{ id: "e1", source: "start", sourcePort: "out", target: "stage" }],
  });
  const withReminders = (reminders: readonly object[]) =>
    house([
      document("sla", "default", {
        calendar: "24x7",
        tiers: [{ id: "all", targets: { P3: { resolution: "PT60M" }, P1: { resolution: "PT20M" } } }],
        reminders,
      }),
      ...documents.slice(1),
      onBreach,
    ]);
  const started = (log: ReturnType<typeof processEvent>["log"]) =>
    log.filter((entry) => entry.type === "run.started" && entry.workflow === "breach").length;

  it("starts workflows also where no red card tells of it", () => {
    const { tell } = story(withReminders([]));
    expect(tell(59, { type: "timer" }).ticketState.ticket.stage).toBe(null);
    expect(tell(60, { type: "timer" }).ticketState.ticket.stage).toBe("超时");
  });

  it("starts them once with a red card at the same moment", () => {
    const red = { id: "red", metric: "*", at: "PT0S", card: "red" };
    const { tell } = story(withReminders([red]));
    expect(started(tell(60, { type: "timer" }).log)).toBe(1);
  });

  it("starts them when a retarget breaks the promise", () => {
    const { tell } = story(withReminders([]));
    expect(tell(30, named("urge")).ticketState.ticket).toMatchObject({ priority: "P1", stage: "超时" });
  });
});

describe("routing of a ticket that is done", () => {
  it("leaves a waiting ticket in its place, with nothing due, and goes on when it is reopened", () => {
    const { tell, load } = story();
    const done = tell(1, status("resolved")).ticketState;
    expect(nextDueAt(done)).toBeNull();
    expect(tell(6, { type: "timer" }).ticketState.routing).toMatchObject({ type: "waiting" });
    expect(load.entry("t")).toBeUndefined();
    expect(nextDueAt(tell(7, status("open")).ticketState)).toBe(start + 5 * minute);
    expect(tell(7, { type: "timer" }).ticketState.routing).toMatchObject({ type: "pooled", pool: "p" });
  });

  it("keeps the claim of an agent, though nobody touched it before it was resolved", () => {
    const { tell } = story();
    tell(6, { type: "timer" });
    tell(7, { type: "ticket.claim", pool: "p", agent: "a" });
    const done = tell(8, status("resolved")).ticketState;
    expect(nextDueAt(done)).toBeNull();
    expect(tell(30, { type: "timer" }).ticketState.ticket.assignee).toBe("a");
  });

  it("warns nobody of a pool that it no longer waits in", () => {
    const { tell } = story();
    tell(6, { type: "timer" });
    tell(7, status("resolved"));
    const { effects, ticketState } = tell(30, { type: "timer" });
    expect(effects.filter(({ type }) => type === "notify")).toEqual([]);
    expect(nextDueAt(ticketState)).toBeNull();
  });
});
