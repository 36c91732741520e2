import { presences, priorities, ticketStatuses } from "@sluice/schemas";
import fc from "fast-check";
import { expect, it } from "vitest";
import { agent, desk, minute, monday, oneRoute, request, whoGot } from "./desk.fixture.ts";
import { NotForeseeable, stillHolds, takeOver, WatchedLoad } from "./footprint.ts";
import type { Placement, RoutingRequest } from "./request.ts";
import { ids, RoutingWorld, type WorldEvent } from "./routing-world.fixture.ts";

const pick = fc.nat(30);
const topic = fc.constantFrom("rapid", "turns", "skilled", "head", "other");
const event: fc.Arbitrary<WorldEvent> = fc.record({
  type: fc.constantFrom("arrive", "arrive", "status", "claim", "presence", "manual", "release", "reroute"),
  pick,
  who: fc.constantFrom(...ids),
  topic,
  presence: fc.constantFrom("online", "online", ...presences),
  status: fc.constantFrom(...ticketStatuses, "resolved"),
  priority: fc.constantFrom(...priorities),
  chat: fc.boolean(),
});
const arrival = fc
  .record({ pick, topic, who: fc.constantFrom(...ids), priority: fc.constantFrom(...priorities) })
  .map(
    (one): Partial<RoutingRequest> => ({
      facts: { topic: one.topic },
      kind: one.pick % 5 === 0 ? "chat" : "ticket",
      priority: one.priority,
      due: one.pick % 3 === 0 ? null : monday + one.pick * minute,
      sticky: one.pick % 2 === 0 ? { agent: one.who, at: monday } : null,
    }),
  );

interface Ahead {
  readonly request: RoutingRequest;
  readonly placement: Placement;
  readonly watched: WatchedLoad;
}

/** Places all of them one after the other, and leaves the load as it was. */
function foresee({ load, routing, now }: RoutingWorld, requests: readonly RoutingRequest[]): Ahead[] {
  const mark = load.mark();
  const ahead = requests.map((each) => {
    const watched = new WatchedLoad(load);
    return { request: each, placement: routing.place(watched, each, now), watched };
  });
  load.rollbackTo(mark);
  return ahead;
}

it("what was worked out ahead and still holds is what the turn gives, whatever happened between", () => {
  const seen = { held: 0, fell: 0 };
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 40 }),
      fc.array(arrival, { minLength: 1, maxLength: 8 }),
      fc.array(event, { maxLength: 3 }),
      (before, arrivals, between) => {
        const world = new RoutingWorld();
        for (const item of before) world.handle(item);
        const { now } = world;
        const requests = arrivals.map((over, at) => request(`new${at}`, { createdAt: now, ...over }));
        const ahead = foresee(world, requests);
        const twin = world.copy();
        for (const item of between) for (const each of [world, twin]) each.handle(item);
        for (const { request: wanted, placement, watched } of ahead) {
          const holds = stillHolds(world.load, watched.footprint);
          seen[holds ? "held" : "fell"] += 1;
          if (holds) takeOver(world.load, watched.footprint);
          const taken = holds ? placement : world.routing.place(world.load, wanted, now);
          const inTurn = twin.routing.place(twin.load, wanted, now);
          expect([taken.outcome, taken.position]).toEqual([inTurn.outcome, inTurn.position]);
        }
        expect(world.load.snapshot()).toEqual(twin.load.snapshot());
      },
    ),
    { numRuns: Number(process.env.SLUICE_ROUTING_RUNS ?? 200) },
  );
  expect(seen.held).toBeGreaterThan(50);
  expect(seen.fell).toBeGreaterThan(20);
});

it("an agent who took another ticket meanwhile makes it fall, also where they stay the best", () => {
  const { routing, load } = desk(oneRoute({ group: "g" }), [
    agent("a"),
    agent("b", { capacity: { chat: 1, ticket: 9 } }),
  ]);
  const mark = load.mark();
  const watched = new WatchedLoad(load);
  expect(whoGot(routing.place(watched, request("t1"), monday))).toBe("a");
  load.rollbackTo(mark);
  expect(stillHolds(load, watched.footprint)).toBe(true);
  load.addTicket("b", { kind: "ticket", status: "open", claimedFrom: null }, monday);
  expect(stillHolds(load, watched.footprint)).toBe(false);
});

it("who had no room and carries more by now moves nobody; who came back does", () => {
  const full = agent("a", { capacity: { chat: 0, ticket: 1 } });
  const { routing, load } = desk(oneRoute({ group: "g" }), [full, agent("b")], {
    presence: { b: "offline" },
  });
  load.addTicket("a", { kind: "ticket", status: "open", claimedFrom: null }, monday);
  const mark = load.mark();
  const watched = new WatchedLoad(load);
  expect(whoGot(routing.place(watched, request("t1"), monday))).toBe("waiting");
  load.rollbackTo(mark);
  load.addTicket("a", { kind: "ticket", status: "open", claimedFrom: null }, monday);
  expect(stillHolds(load, watched.footprint)).toBe(true);
  const busier = load.mark();
  load.changeStatus("a", { kind: "ticket", status: "open", claimedFrom: null }, "resolved");
  load.changeStatus("a", { kind: "ticket", status: "open", claimedFrom: null }, "resolved");
  expect(stillHolds(load, watched.footprint)).toBe(false);
  load.rollbackTo(busier);
  load.setPresence("b", "online", monday);
  expect(stillHolds(load, watched.footprint)).toBe(false);
});

it("a queue that others joined behind its heads changes nothing; a full house is foreseen", () => {
  const { routing, load } = desk(oneRoute({ group: "g" }), [
    agent("a", { capacity: { chat: 0, ticket: 0 } }),
  ]);
  routing.place(load, request("first"), monday);
  const mark = load.mark();
  const watched = new WatchedLoad(load);
  expect(whoGot(routing.place(watched, request("t1"), monday))).toBe("waiting");
  load.rollbackTo(mark);
  routing.place(load, request("t2"), monday);
  expect(stillHolds(load, watched.footprint)).toBe(true);
  takeOver(load, watched.footprint);
  expect(load.entry("t1")).toMatchObject({ group: "g", since: monday });
});

it("a group that is asked by its index is not foreseen", () => {
  const many = Array.from({ length: 60 }, (_, at) => agent(`a${at}`));
  const { routing, load } = desk(oneRoute({ group: "g" }), many);
  expect(() => routing.place(new WatchedLoad(load), request("t1"), monday)).toThrow(NotForeseeable);
});
