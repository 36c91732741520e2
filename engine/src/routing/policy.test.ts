import type { Agent, GroupStep } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { agent, desk, minute, monday, oneRoute, policyOf, request, whoGot } from "./desk.fixture.ts";
import { compileRouting } from "./policy.ts";

const isVip = { fact: "customer.tier", operator: "equal", value: "vip" };
const twoSteps = oneRoute(
  { group: "g", timeout: "PT2M" },
  { group: "senior", timeout: "PT5M" },
  { pool: "general" },
);

describe("choosing a route", () => {
  const spec = {
    routes: [
      { id: "vip", name: "VIP", when: { condition: "vip" }, steps: [{ group: "g" }] },
      { id: "slow", when: { fact: "erp.slow", operator: "equal", value: true }, steps: [{ group: "g" }] },
    ],
  };
  const { routing } = desk(spec, [agent("a")], {
    segments: { vip: isVip },
    fetched: (fact) => fact.startsWith("erp."),
  });

  it("takes the first that holds, else the fallback", () => {
    expect(routing.routeFor({ "customer.tier": "vip" }, monday)).toBe("vip");
    expect(routing.routeFor({ "customer.tier": "new", "erp.slow": true }, monday)).toBe("slow");
    expect(routing.routeFor({}, monday)).toBe("fallback");
  });

  it("asks for a fetched fact only while the route depends on it", () => {
    expect(routing.needs({ "customer.tier": "vip" }, monday)).toEqual([]);
    expect(routing.needs({ "customer.tier": "new" }, monday)).toEqual(["erp.slow"]);
    expect(routing.needs({ "customer.tier": "new", "erp.slow": false }, monday)).toEqual([]);
  });

  it("shows every route that was looked at", () => {
    const traces = routing.explainRoute({ "customer.tier": "new", "erp.slow": true }, monday);
    expect(traces.map(({ route, result }) => [route, result])).toEqual([
      ["vip", false],
      ["slow", true],
    ]);
    expect(traces[0]?.trace).toMatchObject({ type: "segment", result: false });
  });
});

describe("walking the steps", () => {
  it("assigns at once and counts the ticket", () => {
    const { routing, load } = desk(twoSteps, [agent("a")]);
    const placed = routing.place(load, request("t"), monday + 5);
    expect(placed.position).toEqual({
      type: "assigned",
      policy: routing.ref,
      agent: "a",
      group: "g",
      how: "routed",
      since: monday + 5,
      pool: null,
      claimExpiresAt: null,
    });
    expect(placed.decision).toMatchObject({
      route: "all",
      step: 0,
      strategy: "least-loaded",
      cause: "route",
    });
    expect(load.agent("a")).toMatchObject({ counts: { ticket: { open: 1 } }, lastAssignedAt: monday + 5 });
  });

  it("waits, goes on after each timeout, and ends in the pool", () => {
    const { routing, load, after } = desk(twoSteps, []);
    const first = routing.place(load, request("t"), monday);
    expect(first.outcome).toEqual({ type: "waiting", group: "g", timeoutAt: monday + 2 * minute });
    const second = routing.advance(load, after("t", first), monday + 2 * minute);
    expect(second?.outcome).toEqual({ type: "waiting", group: "senior", timeoutAt: monday + 7 * minute });
    expect(second?.decision).toMatchObject({ cause: "timeout", step: 1 });
    const third = second && routing.advance(load, after("t", second), monday + 7 * minute);
    expect(third?.position).toMatchObject({ type: "pooled", pool: "general", since: monday + 7 * minute });
    expect(load.snapshot().entries).toHaveLength(1);
    expect(third && routing.advance(load, after("t", third), monday + 8 * minute)).toBeNull();
  });

  it("waits without limit when the step has no timeout, and passes over a timeout of zero", () => {
    const { routing, load } = desk(oneRoute({ group: "x", timeout: "PT0S" }, { group: "g" }), []);
    expect(routing.place(load, request("t"), monday).outcome).toEqual({
      type: "waiting",
      group: "g",
      timeoutAt: null,
    });
  });

  it("ends a route without a pool, and a ticket without a route, in the fallback's pool", () => {
    const { routing, load } = desk(oneRoute({ sticky: "P7D" }), []);
    expect(routing.place(load, request("t"), monday).outcome).toEqual({ type: "pooled", pool: "general" });
    const none = desk({}, []);
    expect(none.routing.place(none.load, request("t"), monday).decision).toMatchObject({
      route: "fallback",
      step: 0,
    });
  });

  it("keeps the token that waits for the outcome", () => {
    const { routing, load } = desk(twoSteps, []);
    const run = { run: "r1", token: "k1" };
    expect(routing.place(load, request("t", { run }), monday).position).toMatchObject({ run });
  });

  it("says when a pooled ticket is to be warned of and escalated", () => {
    const pools = { general: { warnAfter: "PT15M", escalateAfter: "PT1H" } };
    const { routing, load } = desk({ pools }, []);
    expect(routing.place(load, request("t"), monday).position).toMatchObject({
      warnAt: monday + 15 * minute,
      escalateAt: monday + 60 * minute,
    });
  });

  it("never leaves a ticket in two places: routing anew takes it from where it is", () => {
    const { routing, load, after } = desk(twoSteps, [agent("a"), agent("b")]);
    const first = routing.place(load, request("t"), monday);
    const again = routing.place(load, after("t", first, { exclude: ["a"] }), monday + 1);
    expect(whoGot(again)).toBe("b");
    expect(load.agent("a")?.counts.ticket).toEqual({});
  });
});

describe("sticky", () => {
  const spec = oneRoute({ sticky: "P7D" }, { group: "g" });
  const team = [agent("a"), agent("b", { groups: ["other", "g"] })];
  const sticky = { agent: "b", at: monday - 7 * 24 * 60 * minute };

  it("prefers the customer's last agent within the span", () => {
    const { routing, load } = desk(spec, team);
    const placed = routing.place(load, request("t", { sticky }), monday);
    expect([whoGot(placed), placed.decision.step]).toEqual(["b", 0]);
    expect(placed.position).toMatchObject({ group: "g" });
  });

  it("goes on at once when the span is over or the agent is not eligible", () => {
    const { routing, load } = desk(spec, team, { presence: { b: "break" } });
    expect(whoGot(routing.place(load, request("t1", { sticky }), monday))).toBe("a");
    load.setPresence("b", "online", monday);
    load.setPresence("a", "break", monday);
    expect(whoGot(routing.place(load, request("t2", { sticky, exclude: ["b"] }), monday))).toBe("waiting");
    load.setPresence("a", "online", monday);
    load.dequeue("t2");
    expect(whoGot(routing.place(load, request("t3", { sticky }), monday + 1))).toBe("b");
    const placed = routing.place(load, request("t4", { sticky: { agent: "gone", at: monday } }), monday);
    expect(placed.decision.step).toBe(1);
  });
});

describe("who is eligible", () => {
  const reason = (
    over: Partial<Agent>,
    ask: object = {},
    step: Partial<GroupStep> = {},
    presence?: "paused",
  ) => {
    const shifts = [{ key: "night", label: { zh: "", en: "" }, start: "22:00", end: "06:00", weekdays: [1] }];
    const { routing, load } = desk(oneRoute({ group: "g", ...step }), [agent("a", over)], {
      shifts,
      ...(presence ? { presence: { a: presence } } : {}),
    });
    const [considered] = routing.explain(load, request("t", ask), { route: "all", step: 0 }, monday);
    return [considered?.reason ?? "eligible", considered?.detail];
  };

  it.each([
    ["nothing against it", {}, {}, {}, undefined, "eligible", undefined],
    ["not a member", { groups: ["h"] }, {}, {}, undefined, "not-in-group", undefined],
    ["挂起", {}, {}, {}, "paused", "presence", "paused"],
    ["off shift", { shifts: ["night"] }, {}, {}, undefined, "off-shift", undefined],
    [
      "no room for chats",
      { capacity: { chat: 0, ticket: 5 } },
      { kind: "chat" },
      {},
      undefined,
      "at-capacity",
      "0/0",
    ],
    [
      "room of the other kind",
      { capacity: { chat: 0, ticket: 5 } },
      {},
      {},
      undefined,
      "eligible",
      undefined,
    ],
    [
      "capacity ignored",
      { capacity: { chat: 0, ticket: 0 } },
      {},
      { ignoreCapacity: true },
      undefined,
      "eligible",
      undefined,
    ],
    ["another shop", { shops: ["s1"] }, { shop: "s2" }, {}, undefined, "shop", "s2"],
    ["a ticket without a shop", { shops: ["s1"] }, {}, {}, undefined, "eligible", undefined],
    [
      "skill too low",
      { skills: { vip: 2 } },
      {},
      { skills: [{ skill: "vip", level: 3 }] },
      undefined,
      "skill",
      "vip 2/3",
    ],
    [
      "skill at the level",
      { skills: { vip: 3 } },
      {},
      { skills: [{ skill: "vip", level: 3 }] },
      undefined,
      "eligible",
      undefined,
    ],
    [
      "skill at any level",
      { skills: { vip: 1 } },
      {},
      { skills: [{ skill: "vip" }] },
      undefined,
      "eligible",
      undefined,
    ],
    ["excluded", {}, { exclude: ["a"] }, {}, undefined, "excluded", undefined],
  ] as const)("%s", (_name, over, ask, step, presence, expected, detail) => {
    expect(reason(over as Partial<Agent>, ask, step as Partial<GroupStep>, presence)).toEqual([
      expected,
      detail,
    ]);
  });

  it("counts only the statuses of the policy", () => {
    const { routing, load } = desk({ ...oneRoute({ group: "g" }), countsAsLoad: ["open"] }, [
      agent("a", { capacity: { chat: 0, ticket: 1 } }),
    ]);
    routing.place(load, request("t1", { status: "new" }), monday);
    expect(whoGot(routing.place(load, request("t2"), monday))).toBe("a");
    expect(whoGot(routing.place(load, request("t3"), monday))).toBe("waiting");
    load.changeStatus("a", { kind: "ticket", status: "open", claimedFrom: null }, "pending_customer");
    expect(whoGot(routing.place(load, request("t4", { createdAt: monday - 1 }), monday))).toBe("a");
  });
});

describe("the why", () => {
  it("keeps everybody of a small group and five others of a large one, in rank order; explain gives everybody", () => {
    const people = Array.from({ length: 80 }, (_, i) =>
      agent(`p${String(i).padStart(2, "0")}`, i % 4 === 0 ? { groups: ["h"] } : {}),
    );
    const { routing, load } = desk(oneRoute({ group: "g" }), people, { presence: { p01: "break" } });
    const placed = routing.place(load, request("t"), monday);
    expect(placed.decision.considered).toHaveLength(6);
    expect(placed.decision.considered[0]).toEqual({ agent: "p02", eligible: true, load: 0, capacity: 2 });
    expect(placed.decision.considered[1]).toMatchObject({
      agent: "p03",
      eligible: true,
      reason: "outranked",
    });
    const few = desk(oneRoute({ group: "g" }), people.slice(0, 60));
    const { decision } = few.routing.place(few.load, request("t"), monday);
    expect(decision.considered.map(({ agent: id }) => id)).toEqual(
      people.slice(0, 60).flatMap(({ id, groups }) => (groups.includes("g") ? [id] : [])),
    );
    const whole = routing.explain(load, request("u"), { route: "all", step: 0 }, monday);
    expect(whole).toHaveLength(80);
    expect(whole.filter(({ reason }) => reason === "not-in-group")).toHaveLength(20);
    expect(whole.find(({ agent: id }) => id === "p01")).toMatchObject({
      reason: "presence",
      detail: "break",
    });
  });
});

describe("a campaign phase in force", () => {
  const overlay = (over: object) => ({ campaign: "double11", overlay: { policy: "default", ...over } });
  const rush = { id: "rush", when: isVip, steps: [{ group: "rapid" }] };
  const overlays = [
    overlay({ prepend: [rush], capacity: { g: 1.15 }, members: { rapid: ["b"] } }),
    overlay({ capacity: { g: 9 } }),
    { campaign: "other", overlay: { policy: "elsewhere", members: { rapid: ["a"] } } },
  ];
  const team = [agent("a", { capacity: { chat: 2, ticket: 100 } }), agent("b", { groups: ["h"] })];

  it("puts its routes first and its members into the group", () => {
    const { routing, load } = desk(twoSteps, team, { overlays });
    const placed = routing.place(load, request("t", { facts: { "customer.tier": "vip" } }), monday);
    expect(whoGot(placed)).toBe("b");
    expect(placed.decision).toMatchObject({ route: "rush", campaign: "double11" });
  });

  it("multiplies capacity by the strongest factor, rounded down but not by a binary fraction", () => {
    const { routing, load } = desk(twoSteps, team, { overlays });
    const [view] = routing.groupView(load, "g", monday).members;
    expect([view?.ticket.capacity, view?.chat.capacity]).toEqual([115, 2]);
  });

  it("leaves a ticket that waits in its route to be placed anew when it is over", () => {
    const during = desk(twoSteps, [agent("a")], { overlays });
    const facts = { "customer.tier": "vip" };
    const placed = during.routing.place(during.load, request("t", { facts }), monday);
    expect(whoGot(placed)).toBe("waiting");
    const afterwards = desk(twoSteps, [agent("a")]).routing;
    const entry = during.load.entry("t");
    expect([entry && during.routing.knows(entry), entry && afterwards.knows(entry)]).toEqual([true, false]);
    const moved = afterwards.advance(during.load, during.after("t", placed, { facts }), monday + 1);
    expect(moved && whoGot(moved)).toBe("a");
  });
});

it("refuses a document that cannot run", () => {
  const bad = policyOf({ pools: { general: { warnAfter: "soon" } } });
  expect(() => compileRouting(bad, { agents: [], groups: [] })).toThrow(/duration/);
});
