import { describe, expect, it } from "vitest";
import { agent, desk, minute, monday, oneRoute, request, whoGot } from "./desk.fixture.ts";
import { nextAssignable, orphans } from "./drain.ts";
import type { MoveResult, Placement } from "./request.ts";

const one = { capacity: { chat: 0, ticket: 1 } };
const toGroup = oneRoute({ group: "g" });

function moved(result: MoveResult): Placement {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.placement;
}

describe("a person's decision", () => {
  it("assigns whoever they like: full, away or without the skill", () => {
    const { routing, load, after } = desk(toGroup, [agent("a", one), agent("b", { ...one, groups: ["h"] })]);
    const first = routing.place(load, request("t1"), monday);
    load.setPresence("b", "offline", monday);
    const placed = moved(routing.manual(load, after("t1", first), "b", monday));
    expect(placed.position).toMatchObject({ how: "manual", agent: "b", group: "h" });
    expect(placed.decision).toMatchObject({ cause: "manual", route: "(manual)" });
    expect(load.agent("a")?.counts.ticket).toEqual({});
    expect(routing.manual(load, request("t1"), "nobody", monday)).toMatchObject({
      refusal: { code: "routing.unknown-agent" },
    });
  });

  it("takes a ticket out of its queue", () => {
    const { routing, load } = desk(toGroup, [agent("a")], { presence: { a: "break" } });
    routing.place(load, request("t1"), monday);
    expect(whoGot(moved(routing.manual(load, request("t1"), "a", monday)))).toBe("a");
    expect(load.entry("t1")).toBeUndefined();
  });

  it("stands against routing while the agent is on duty, on a break too, but not when they left", () => {
    const { routing, load, after } = desk(toGroup, [agent("a"), agent("b")]);
    const manual = moved(routing.manual(load, request("t"), "b", monday));
    load.setPresence("b", "break", monday);
    const kept = routing.place(load, after("t", manual), monday + 1);
    expect([whoGot(kept), kept.position]).toEqual(["b", manual.position]);
    expect(load.agent("b")?.counts.ticket).toEqual({ open: 1 });
    load.setPresence("b", "offline", monday);
    expect(whoGot(routing.place(load, after("t", manual), monday + 2))).toBe("a");
  });

  it("unassigning gives the ticket to somebody else", () => {
    const { routing, load, after } = desk(toGroup, [agent("a"), agent("b")]);
    const first = routing.place(load, request("t"), monday);
    expect(whoGot(first)).toBe("a");
    const second = routing.unassign(load, after("t", first), monday);
    expect(whoGot(second)).toBe("b");
    load.setPresence("a", "break", monday);
    const third = routing.unassign(load, after("t", second), monday);
    expect([whoGot(third), load.entry("t")?.exclude]).toEqual(["waiting", ["b"]]);
    expect(routing.serve(load, after("t", third), monday)).toBeNull();
    load.setPresence("a", "online", monday);
    const fourth = routing.serve(load, after("t", third), monday);
    expect(fourth && whoGot(fourth)).toBe("a");
  });

  it("transfers to a group, where it is assigned or waits to be served", () => {
    const { routing, load, after } = desk(toGroup, [agent("a"), agent("h1", { groups: ["h"] })], {
      presence: { h1: "break" },
    });
    const first = routing.place(load, request("t"), monday);
    const placed = moved(routing.transferGroup(load, after("t", first), "h", monday));
    expect(placed.outcome).toEqual({ type: "waiting", group: "h", timeoutAt: null });
    expect(load.agent("a")?.counts.ticket).toEqual({});
    load.setPresence("h1", "online", monday);
    expect(nextAssignable(load, [routing], { agent: "h1" }, monday)).toMatchObject({
      ticket: "t",
      agent: "h1",
    });
    const served = routing.serve(load, after("t", placed), monday);
    expect(served && whoGot(served)).toBe("h1");
    expect(routing.transferGroup(load, request("t"), "nowhere", monday)).toMatchObject({
      refusal: { code: "routing.unknown-group" },
    });
  });
});

describe("serving those who wait", () => {
  it("gives a free agent the next ticket in waiting order, over all groups of theirs", () => {
    const spec = {
      routes: [
        { id: "h", when: { fact: "h", operator: "equal", value: true }, steps: [{ group: "h" }] },
        { id: "g", steps: [{ group: "g" }] },
      ],
    };
    const { routing, load } = desk(spec, [agent("a", { ...one, groups: ["g", "h"] })], {
      presence: { a: "break" },
    });
    routing.place(load, request("late", { due: monday + 9 }), monday);
    routing.place(load, request("soon", { due: monday + 3, facts: { h: true } }), monday);
    routing.place(load, request("raised", { escalated: true }), monday);
    load.setPresence("a", "online", monday);
    const next = () => nextAssignable(load, [routing], { agent: "a" }, monday)?.ticket ?? null;
    expect(next()).toBe("raised");
    load.dequeue("raised");
    expect(next()).toBe("soon");
    expect(nextAssignable(load, [routing], { group: "g" }, monday)?.ticket).toBe("late");
    expect(nextAssignable(load, [routing], {}, monday)?.ticket).toBe("soon");
    expect(routing.serve(load, request("soon"), monday)?.decision).toMatchObject({
      cause: "drain",
      route: "h",
    });
    expect(next()).toBeNull();
    expect(routing.serve(load, request("late"), monday)).toBeNull();
    expect(load.entry("late")).toBeDefined();
  });

  it("passes over a ticket whose skill the agent lacks", () => {
    const spec = {
      routes: [
        {
          id: "skilled",
          when: { fact: "hard", operator: "equal", value: true },
          steps: [{ group: "g", skills: [{ skill: "law" }] }],
        },
        { id: "plain", steps: [{ group: "g" }] },
      ],
    };
    const { routing, load } = desk(spec, [agent("a")], { presence: { a: "break" } });
    routing.place(load, request("hard", { due: 1, facts: { hard: true } }), monday);
    routing.place(load, request("easy", { due: 2 }), monday);
    load.setPresence("a", "online", monday);
    expect(nextAssignable(load, [routing], { agent: "a" }, monday)?.ticket).toBe("easy");
  });

  it("does not let a newcomer pass those who wait, and says whom to serve", () => {
    const { routing, load } = desk(toGroup, [agent("a", one)], { presence: { a: "break" } });
    routing.place(load, request("first", { due: monday + 5 }), monday);
    load.setPresence("a", "online", monday + 1);
    const second = routing.place(load, request("second", { due: monday + 9 }), monday + 1);
    expect([whoGot(second), second.drain]).toEqual(["waiting", "a"]);
    expect(nextAssignable(load, [routing], { agent: "a" }, monday + 1)?.ticket).toBe("first");
    const urgent = routing.place(load, request("urgent", { due: monday + 1 }), monday + 1);
    expect(whoGot(urgent)).toBe("a");
  });

  it("serves tickets of an older revision by that revision's rules, and finds those that no policy knows", () => {
    const old = desk(toGroup, [agent("a")], { presence: { a: "break" } });
    old.routing.place(old.load, request("t"), monday);
    old.load.setPresence("a", "online", monday);
    const live = desk(oneRoute({ pool: "general" }), [agent("a")], {
      ref: { kind: "routing", key: "default", revision: 2 },
    });
    expect(nextAssignable(old.load, [live.routing], {}, monday)).toBeNull();
    expect(orphans(old.load, [live.routing]).map(({ ticket }) => ticket)).toEqual(["t"]);
    expect(nextAssignable(old.load, [live.routing, old.routing], {}, monday)?.ticket).toBe("t");
    expect(orphans(old.load, [live.routing, old.routing])).toEqual([]);
  });
});

describe("an agent who left", () => {
  const away = (doing: "return" | "keep" | "pool") => {
    const made = desk({ ...toGroup, onOffline: { after: "PT30M", do: doing } }, [agent("a"), agent("b")]);
    const mine = made.after("t", made.routing.place(made.load, request("t"), monday));
    made.load.setPresence("a", "offline", monday + minute);
    return { ...made, mine, due: monday + 31 * minute };
  };

  it("return: after the time, not before, it is routed anew", () => {
    const { routing, load, mine, due } = away("return");
    expect(routing.offlineDue(load, "a")).toBe(due);
    expect(routing.offline(load, mine, due - 1)).toBeNull();
    const placed = routing.offline(load, mine, due);
    expect(placed && whoGot(placed)).toBe("b");
    expect(placed?.decision.cause).toBe("offline");
  });

  it("stays when the agent is back, when the policy keeps it, and while it does not count as load", () => {
    const back = away("return");
    expect(
      back.routing.offline(back.load, { ...back.mine, status: "pending_customer" }, back.due),
    ).toBeNull();
    back.load.setPresence("a", "online", back.due - 1);
    expect([
      back.routing.offlineDue(back.load, "a"),
      back.routing.offline(back.load, back.mine, back.due),
    ]).toEqual([null, null]);
    const kept = away("keep");
    expect([
      kept.routing.offlineDue(kept.load, "a"),
      kept.routing.offline(kept.load, kept.mine, kept.due),
    ]).toEqual([null, null]);
  });

  it("pool: it goes to the fallback's pool; a manual one too", () => {
    const { routing, load, after, mine, due } = away("pool");
    const manual = moved(routing.manual(load, mine, "a", monday));
    const placed = routing.offline(load, after("t", manual), due);
    expect(placed?.outcome).toEqual({ type: "pooled", pool: "general" });
  });

  it("a claim goes back to its pool", () => {
    const pools = { general: {}, other: {} };
    const made = desk({ ...oneRoute({ pool: "other" }), pools, onOffline: { after: "PT0S", do: "return" } }, [
      agent("a"),
    ]);
    made.routing.place(made.load, request("t"), monday);
    const claimed = made.routing.claim(made.load, { pool: "other", agent: "a" }, monday);
    made.load.setPresence("a", "offline", monday);
    const placed = claimed.ok
      ? made.routing.offline(made.load, made.after("t", claimed.placement), monday)
      : null;
    expect(placed?.outcome).toEqual({ type: "pooled", pool: "other" });
    expect(made.load.agent("a")?.claims).toEqual({});
  });
});

it("shows a group with its room and its queue", () => {
  const { routing, load } = desk(toGroup, [agent("a", one), agent("b", { groups: ["h"] })]);
  routing.place(load, request("t1"), monday);
  routing.place(load, request("t2"), monday);
  const view = routing.groupView(load, "g", monday);
  expect(view.waiting.map(({ ticket }) => ticket)).toEqual(["t2"]);
  expect(view.members).toEqual([
    {
      agent: "a",
      presence: "online",
      presenceSince: monday,
      chat: { load: 0, capacity: 0, blockedBy: "at-capacity" },
      ticket: { load: 1, capacity: 1, blockedBy: "at-capacity" },
    },
  ]);
});

it("outlines its routes and their steps, the fallback last", () => {
  const { routing } = desk(toGroup, [agent("a", one)]);
  expect(routing.routes.at(0)).toMatchObject({ campaign: null, steps: [{ type: "group", group: "g" }] });
  expect(routing.routes.at(-1)).toMatchObject({ route: "fallback", steps: [{ type: "pool" }] });
});
