import { presences, priorities, ticketStatuses } from "@sluice/schemas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLoadState } from "./load-state.ts";
import { ids, RoutingWorld, type WorldEvent } from "./routing-world.fixture.ts";

const type = fc.oneof(
  { weight: 8, arbitrary: fc.constant("arrive" as const) },
  { weight: 6, arbitrary: fc.constant("status" as const) },
  { weight: 5, arbitrary: fc.constant("claim" as const) },
  { weight: 4, arbitrary: fc.constant("tick" as const) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "presence",
      "manual",
      "release",
      "reroute",
      "transfer",
      "unassign",
      "escalate",
    ),
  },
);

const event: fc.Arbitrary<WorldEvent> = fc.record({
  type,
  pick: fc.nat(30),
  who: fc.constantFrom(...ids),
  topic: fc.constantFrom("rapid", "turns", "skilled", "head", "other"),
  presence: fc.constantFrom("online", "online", ...presences),
  status: fc.constantFrom(...ticketStatuses, "resolved"),
  priority: fc.constantFrom(...priorities),
  chat: fc.boolean(),
});

const runs = Number(process.env.SLUICE_ROUTING_RUNS ?? 50);
const eventsPerRun = 200;

describe("10,000 random events", () => {
  it("nobody over capacity, no ticket twice or nowhere, claim limits kept, nobody waits for somebody free", () => {
    let seen = 0;
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(event, { minLength: eventsPerRun, maxLength: eventsPerRun }), (events) => {
        const world = new RoutingWorld();
        for (const item of events) {
          world.handle(item);
          world.check();
          seen += 1;
        }
        for (const { current } of world.tickets.values()) {
          const how = current?.type === "assigned" ? current.how : (current?.type ?? "done");
          outcomes.set(how, (outcomes.get(how) ?? 0) + 1);
        }
      }),
      { numRuns: runs },
    );
    expect(seen).toBeGreaterThanOrEqual(runs * eventsPerRun);
    for (const how of ["routed", "claimed", "manual", "waiting", "pooled", "done"])
      expect([how, outcomes.get(how) ?? 0]).not.toEqual([how, 0]);
  });

  it("rolling a ticket back restores everything, and doing it again does the same", () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 60, maxLength: 60 }), fc.nat(59), (events, at) => {
        const world = new RoutingWorld();
        for (const item of events.slice(0, at)) world.handle(item);
        const before = world.load.snapshot();
        const [once, again] = [world.copy(), world.copy()];
        const mark = once.load.mark();
        for (const item of events.slice(at)) once.handle(item);
        for (const item of events.slice(at)) again.handle(item);
        expect(again.load.snapshot()).toEqual(once.load.snapshot());
        expect([...again.tickets]).toEqual([...once.tickets]);
        once.load.rollbackTo(mark);
        expect(once.load.snapshot()).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it("is plain JSON: a state that was stored and read again is the same", () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 40, maxLength: 40 }), (events) => {
        const world = new RoutingWorld();
        for (const item of events) world.handle(item);
        const stored = JSON.parse(JSON.stringify(world.load.snapshot()));
        expect(createLoadState(stored).snapshot()).toEqual(world.load.snapshot());
      }),
      { numRuns: 20 },
    );
  });
});
