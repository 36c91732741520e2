/**
 * A driver for the routing invariants: it does with the load state what a runtime does, keeps each ticket's
 * position by itself, and checks after every event that both tell the same story.
 */
import type { Presence, Priority, RoutingSpec, TicketStatus } from "@sluice/schemas";
import { expect } from "vitest";
import { isDone } from "../ticket/apply-changes.ts";
import { loadOf } from "./agent-load.ts";
import { agent, minute, monday, policyOf } from "./desk.fixture.ts";
import { nextAssignable } from "./drain.ts";
import { compareEntries, waitingOrder } from "./entry-order.ts";
import { createLoadState, type LoadSnapshot } from "./load-state.ts";
import { claimedFrom } from "./placement.ts";
import { compileRouting } from "./policy.ts";
import type { MoveResult, Placement, RoutingRequest } from "./request.ts";

const fact = (id: string, value: string) => ({ fact: id, operator: "equal", value });

const spec: Partial<RoutingSpec> = {
  onOffline: { after: "PT3M", do: "return" },
  routes: [
    {
      id: "rapid",
      when: fact("topic", "rapid"),
      steps: [{ group: "rapid", ignoreCapacity: true, timeout: "PT2M" }, { pool: "any" }],
    },
    {
      id: "turns",
      when: fact("topic", "turns"),
      steps: [{ group: "g", strategy: "round-robin", timeout: "PT4M" }, { group: "rapid" }],
    },
    {
      id: "skilled",
      when: fact("topic", "skilled"),
      steps: [{ sticky: "PT5M" }, { group: "g", strategy: "skill-match", skills: [{ skill: "law" }] }],
    },
    { id: "head", when: fact("topic", "head"), steps: [{ pool: "general" }] },
  ],
  fallback: { pool: "any" },
  pools: {
    general: { claimLimit: 1, claimTimeout: "PT3M" },
    any: { pick: "any", claimLimit: 2, groups: ["g"], order: "priority-first" },
  },
};

const people = [
  agent("a", { groups: ["g"], capacity: { chat: 1, ticket: 2 }, skills: { law: 3 } }),
  agent("b", { groups: ["g", "rapid"], capacity: { chat: 2, ticket: 1 }, shops: ["s1"] }),
  agent("c", { groups: ["g"], capacity: { chat: 1, ticket: 3 }, skills: { law: 1 }, shifts: ["short"] }),
  agent("d", { groups: ["rapid"], capacity: { chat: 1, ticket: 1 } }),
];
const shifts = [{ key: "short", label: { zh: "", en: "" }, start: "10:00", end: "10:20", weekdays: [1] }];

export const ids = people.map(({ id }) => id);

/** One thing that happens; `pick` chooses among whatever there is. */
export interface WorldEvent {
  readonly type:
    | "arrive"
    | "presence"
    | "claim"
    | "status"
    | "tick"
    | "manual"
    | "release"
    | "reroute"
    | "transfer"
    | "unassign"
    | "escalate";
  readonly pick: number;
  readonly who: string;
  readonly topic: string;
  readonly presence: Presence;
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly chat: boolean;
}

/** Made by the driver for each ticket; its `current` is what a runtime would store. */
type Ticket = RoutingRequest;

export class RoutingWorld {
  readonly routing = compileRouting(policyOf(spec), { agents: people, groups: [], shifts });
  readonly load = createLoadState();
  readonly tickets = new Map<string, Ticket>();
  now = monday;

  constructor() {
    this.load.begin();
    for (const id of ids) this.load.setPresence(id, "online", monday);
  }

  /** A world with the same tickets at the same time, on a copy of the load. */
  copy(): RoutingWorld {
    const other = new RoutingWorld();
    for (const id of ids) other.load.removeAgent(id);
    const { agents, cursors, entries }: LoadSnapshot = this.load.snapshot();
    for (const row of agents) other.load.setAgent(row);
    for (const [key, value] of Object.entries(cursors)) other.load.setCursor(key, value);
    for (const entry of entries) other.load.enqueue(entry);
    for (const [id, ticket] of this.tickets) other.tickets.set(id, ticket);
    other.now = this.now;
    return other;
  }

  handle(event: WorldEvent): void {
    this.now += 7_000;
    handlers[event.type](this, event);
    this.drain();
  }

  /** The ticket that an event is about, of those that fit. */
  chosen(event: WorldEvent, fits: (ticket: Ticket) => boolean): Ticket | undefined {
    const all = [...this.tickets.values()].filter(fits);
    return all[event.pick % Math.max(1, all.length)];
  }

  keep(ticket: Ticket, placement: Placement | null): void {
    if (!placement) return;
    this.#checkAssignment(ticket, placement);
    this.tickets.set(ticket.ticket, { ...ticket, current: placement.position });
  }

  keepMove(ticket: Ticket, result: MoveResult): void {
    if (result.ok) this.keep(ticket, result.placement);
  }

  claim(event: WorldEvent): void {
    const pool = event.chat ? "general" : "any";
    const before = this.load.agent(event.who)?.claims[`default/${pool}`] ?? 0;
    const lying = [...this.tickets.values()].filter(
      (t) => t.current?.type === "pooled" && t.current.pool === pool,
    );
    const wanted = lying[event.pick % Math.max(1, lying.length)]?.ticket;
    const wish = { pool, agent: event.who, ...(event.pick % 3 === 0 || !wanted ? {} : { ticket: wanted }) };
    const result = this.routing.claim(this.load, wish, this.now);
    if (!result.ok) return;
    expect(before).toBeLessThan(pool === "general" ? 1 : 2);
    const ticket = this.tickets.get(result.ticket);
    expect(ticket?.current?.type).toBe("pooled");
    if (ticket) this.keep(ticket, result.placement);
  }

  drain(): void {
    for (;;) {
      const next = nextAssignable(this.load, [this.routing], {}, this.now);
      expect(next?.ticket).toBe(this.#firstServable());
      if (!next) return;
      const ticket = this.tickets.get(next.ticket);
      const placement = ticket && this.routing.serve(this.load, ticket, this.now);
      expect(placement?.outcome).toMatchObject({ type: "assigned", agent: next.agent });
      if (ticket && placement) this.keep(ticket, placement);
    }
  }

  /** Who is next, entry by entry: earliest due, priority, age, escalated first. */
  #firstServable(): string | undefined {
    return this.load
      .snapshot()
      .entries.filter(({ type }) => type === "waiting")
      .sort((a, b) => compareEntries(waitingOrder, a, b))
      .find((entry) => this.routing.chooseFor(this.load, entry, this.now) !== null)?.ticket;
  }

  /** Nobody is given a ticket over capacity, save where capacity is ignored; nobody who is not there. */
  #checkAssignment(ticket: Ticket, { position, decision }: Placement): void {
    if (position.type !== "assigned" || position === ticket.current || position.how === "manual") return;
    const person = people.find(({ id }) => id === position.agent);
    const row = this.load.agent(position.agent);
    const ignores = decision.route === "rapid" && position.how === "routed";
    if (!ignores && ["new", "open"].includes(ticket.status))
      expect(loadOf(row, ticket.kind, ["new", "open"])).toBeLessThanOrEqual(
        person?.capacity[ticket.kind] ?? 0,
      );
    if (position.how === "routed") expect(row?.presence).toBe("online");
    expect(ticket.shop === null || !person?.shops || person.shops.includes(ticket.shop)).toBe(true);
    expect(decision.considered.length).toBeLessThanOrEqual(51);
  }

  /** Each open ticket is in exactly one place, and every count is what the tickets say. */
  check(): void {
    const expected = new Map(ids.map((id) => [id, createRow()]));
    for (const ticket of this.tickets.values()) {
      const { current, kind, status } = ticket;
      const entry = this.load.entry(ticket.ticket);
      if (isDone(status) && current?.type !== "assigned") expect([entry, current]).toEqual([undefined, null]);
      else if (current?.type === "assigned") expect(entry).toBeUndefined();
      else
        expect(entry).toMatchObject({
          type: current?.type,
          route: current?.route,
          step: current?.step,
          status,
        });
      if (current?.type !== "assigned") continue;
      const row = expected.get(current.agent);
      const pool = claimedFrom(current);
      if (row) row.counts[kind][status] = (row.counts[kind][status] ?? 0) + 1;
      if (row && pool && !isDone(status)) row.claims[pool] = (row.claims[pool] ?? 0) + 1;
    }
    for (const [id, row] of expected) expect(this.load.agent(id)).toMatchObject(row);
    for (const { id } of people) {
      const total = Object.values(this.load.agent(id)?.counts ?? {}).flatMap((of) => Object.values(of));
      const counted = Object.values(expected.get(id)?.counts ?? {}).flatMap((of) => Object.values(of));
      expect(sum(total)).toBe(sum(counted));
    }
    const waiting = this.load.snapshot().entries.filter(({ type }) => type === "waiting");
    for (const entry of waiting) expect(this.routing.chooseFor(this.load, entry, this.now)).toBeNull();
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const createRow = () => ({
  counts: { chat: {} as Record<string, number>, ticket: {} as Record<string, number> },
  claims: {} as Record<string, number>,
});

const isOpen = ({ status }: Ticket): boolean => !isDone(status);
const isAssigned = ({ current }: Ticket): boolean => current?.type === "assigned";

function arrive(world: RoutingWorld, event: WorldEvent): void {
  const ticket: Ticket = {
    ticket: `t${String(world.tickets.size).padStart(5, "0")}`,
    facts: { topic: event.topic },
    kind: event.chat ? "chat" : "ticket",
    shop: event.pick % 4 === 0 ? "s2" : null,
    status: "new",
    priority: event.priority,
    due: event.pick % 3 === 0 ? null : world.now + event.pick * minute,
    createdAt: world.now,
    escalated: false,
    sticky: event.pick % 2 === 0 ? { agent: event.who, at: world.now - event.pick * minute } : null,
    current: null,
  };
  world.tickets.set(ticket.ticket, ticket);
  world.keep(ticket, world.routing.place(world.load, ticket, world.now));
}

function changeStatus(world: RoutingWorld, event: WorldEvent): void {
  const ticket = world.chosen(event, (t) => isOpen(t) || isAssigned(t));
  if (!ticket) return;
  const { current, kind, status } = ticket;
  const done = isDone(event.status) && current?.type !== "assigned";
  if (current?.type === "assigned")
    world.load.changeStatus(current.agent, { kind, status, claimedFrom: claimedFrom(current) }, event.status);
  else if (done) world.routing.leave(world.load, ticket);
  else world.load.updateEntry(ticket.ticket, { status: event.status });
  world.tickets.set(ticket.ticket, { ...ticket, status: event.status, ...(done ? { current: null } : {}) });
}

function tick(world: RoutingWorld): void {
  world.now += minute;
  for (const ticket of [...world.tickets.values()]) {
    const { current } = ticket;
    if (current?.type === "waiting" && current.timeoutAt !== null && current.timeoutAt <= world.now)
      world.keep(ticket, world.routing.advance(world.load, ticket, world.now));
    else if (current?.type === "assigned" && isOpen(ticket)) {
      const back = world.routing.expireClaim(world.load, ticket, world.now);
      world.keep(ticket, back ?? world.routing.offline(world.load, ticket, world.now));
    }
  }
}

function escalate(world: RoutingWorld, event: WorldEvent): void {
  const ticket = world.chosen(event, (t) => isOpen(t) && !isAssigned(t));
  if (!ticket) return;
  expect(world.load.updateEntry(ticket.ticket, { escalated: true })).toBe(true);
  world.tickets.set(ticket.ticket, { ...ticket, escalated: true });
}

const withTicket =
  (act: (world: RoutingWorld, ticket: Ticket, event: WorldEvent) => void, fits = isOpen) =>
  (world: RoutingWorld, event: WorldEvent): void => {
    const ticket = world.chosen(event, (t) => isOpen(t) && fits(t));
    if (ticket) act(world, ticket, event);
  };

const handlers: { readonly [T in WorldEvent["type"]]: (world: RoutingWorld, event: WorldEvent) => void } = {
  arrive,
  presence: (world, { who, presence }) => world.load.setPresence(who, presence, world.now),
  claim: (world, event) => world.claim(event),
  status: changeStatus,
  tick,
  escalate,
  manual: withTicket((w, t, { who }) => w.keepMove(t, w.routing.manual(w.load, t, who, w.now))),
  release: withTicket((w, t) => w.keepMove(t, w.routing.release(w.load, t, w.now)), isAssigned),
  reroute: withTicket((w, t) => w.keep(t, w.routing.place(w.load, t, w.now))),
  transfer: withTicket((w, t) => w.keepMove(t, w.routing.transferGroup(w.load, t, "rapid", w.now))),
  unassign: withTicket((w, t) => w.keep(t, w.routing.unassign(w.load, t, w.now)), isAssigned),
};
