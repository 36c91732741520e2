import type { Agent, Pool } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { agent, type Desk, desk, minute, monday, request } from "./desk.fixture.ts";
import type { ClaimResult, Placement } from "./request.ts";

const roomy: Partial<Agent> = { capacity: { chat: 9, ticket: 9 } };
const people = [
  agent("a", roomy),
  agent("b", { ...roomy, groups: ["h"] }),
  agent("s", { ...roomy, shops: ["s1"] }),
];

function pooled(pool: Pool, tickets: readonly Parameters<typeof request>[1][] = [{}, {}, {}], team = people) {
  const made = desk({ pools: { general: pool } }, team);
  const placed = tickets.map((over, i) =>
    made.routing.place(made.load, request(`t${i + 1}`, { createdAt: monday + i, ...over }), monday),
  );
  return { ...made, placed };
}

const take = ({ routing, load }: Desk, who: string, ticket?: string, now = monday): ClaimResult =>
  routing.claim(load, { pool: "general", agent: who, ...(ticket === undefined ? {} : { ticket }) }, now);

const answer = (result: ClaimResult): string => (result.ok ? result.ticket : result.refusal.code);

function taken(result: ClaimResult): Placement {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.placement;
}

describe("claiming from the head", () => {
  it("gives the head, in the pool's order, and counts the claim", () => {
    const made = pooled({ order: "priority-first", claimTimeout: "PT10M" }, [
      {},
      { priority: "P0" },
      { escalated: true },
    ]);
    expect([answer(take(made, "a")), answer(take(made, "a"))]).toEqual(["t3", "t2"]);
    const last = taken(take(made, "a", "t1", monday + 7));
    expect(last.position).toMatchObject({
      how: "claimed",
      pool: "general",
      claimExpiresAt: monday + 7 + 10 * minute,
    });
    expect(last.decision).toMatchObject({ cause: "claim", outcome: { type: "assigned", agent: "a" } });
    expect(made.load.agent("a")?.claims).toEqual({ "default/general": 3 });
    expect(answer(take(made, "a"))).toBe("pool.empty");
  });

  it("refuses a ticket that is not at the head, and says which is", () => {
    const made = pooled({});
    expect(take(made, "a", "t2")).toEqual({ ok: false, refusal: { code: "pool.not-head", detail: "t1" } });
    expect(made.load.entry("t2")).toBeDefined();
    expect(answer(take(made, "a", "t1"))).toBe("t1");
  });

  it("lets one win and tells the other", () => {
    const made = pooled({});
    expect(answer(take(made, "a", "t1"))).toBe("t1");
    expect(answer(take(made, "b", "t1"))).toBe("pool.taken");
  });
});

describe("claiming any", () => {
  it("lets the agent choose, and gives the head to who does not", () => {
    const made = pooled({ pick: "any" });
    expect([answer(take(made, "a", "t3")), answer(take(made, "b"))]).toEqual(["t3", "t1"]);
  });
});

describe("refusals", () => {
  it("keeps out who is not a member, unknown people and unknown pools", () => {
    const made = pooled({ groups: ["h"] });
    expect([answer(take(made, "a")), answer(take(made, "b"))]).toEqual(["pool.not-member", "t1"]);
    expect(answer(take(made, "nobody"))).toBe("routing.unknown-agent");
    expect(answer(made.routing.claim(made.load, { pool: "none", agent: "a" }, monday))).toBe("pool.unknown");
  });

  it("keeps the claim limit, which counts open claims only", () => {
    const made = pooled({ claimLimit: 1 });
    expect([answer(take(made, "a")), answer(take(made, "a"))]).toEqual(["t1", "pool.limit"]);
    const claimedTicket = { kind: "ticket", status: "open", claimedFrom: "default/general" } as const;
    made.load.changeStatus("a", claimedTicket, "resolved");
    expect(answer(take(made, "a"))).toBe("t2");
  });

  it("keeps capacity, per kind of ticket", () => {
    const tight = [agent("a", { capacity: { chat: 1, ticket: 1 } })];
    const made = pooled({}, [{}, {}, { kind: "chat" }], tight);
    expect([answer(take(made, "a")), answer(take(made, "a"))]).toEqual(["t1", "t3"]);
    expect(take(made, "a")).toEqual({ ok: false, refusal: { code: "pool.at-capacity", detail: "1/1" } });
    expect(answer(take(made, "a", "t2"))).toBe("pool.at-capacity");
  });

  it("offers nobody a shop that they may not see", () => {
    const made = pooled({}, [{ shop: "s2" }, { shop: "s1" }]);
    expect([answer(take(made, "s", "t1")), answer(take(made, "s"))]).toEqual(["pool.shop", "t2"]);
    expect(answer(take(made, "s"))).toBe("pool.empty");
  });
});

describe("what a claim would give", () => {
  const tight = [agent("a", { capacity: { chat: 1, ticket: 1 } }), agent("b", { groups: ["h"] })];
  const head = ({ routing, load }: Desk, who: string, pool = "general") =>
    routing.headFor(load, { pool, agent: who });

  it("is the first that the agent has room for, and what is offered first when there is none", () => {
    const made = pooled({}, [{}, {}, { kind: "chat" }], tight);
    expect([head(made, "a"), answer(take(made, "a")), head(made, "a")]).toEqual(["t1", "t1", "t3"]);
    take(made, "a");
    expect([head(made, "a"), answer(take(made, "a", head(made, "a") ?? ""))]).toEqual([
      "t2",
      "pool.at-capacity",
    ]);
    expect([head(made, "nobody"), head(made, "a", "none")]).toEqual([null, null]);
  });

  it("is seen in part, and counted whole", () => {
    const { routing, load } = pooled({}, [{}, {}, {}], tight);
    expect(routing.queueView(load, "general", { limit: 2 }).map(({ entry }) => entry.ticket)).toEqual([
      "t1",
      "t2",
    ]);
    expect([routing.poolSize(load, "general"), routing.poolSize(load, "none")]).toEqual([3, 0]);
  });
});

describe("giving back", () => {
  it("returns an untouched claim when its time is over, and offers it to that agent last", () => {
    const made = pooled({ claimTimeout: "PT10M", warnAfter: "PT5M" });
    const mine = made.after("t1", taken(take(made, "a")));
    expect(made.routing.expireClaim(made.load, mine, monday + 10 * minute - 1)).toBeNull();
    const back = made.routing.expireClaim(made.load, mine, monday + 10 * minute);
    expect(back?.position).toMatchObject({
      type: "pooled",
      pool: "general",
      notFirst: "a",
      warnAt: monday + 15 * minute,
    });
    expect(back?.decision.cause).toBe("claim-timeout");
    expect(made.load.agent("a")).toMatchObject({ claims: {}, counts: { ticket: {} } });
    const order = (who?: string) =>
      made.routing.queueView(made.load, "general", { agent: who }).map(({ entry }) => entry.ticket);
    expect([order(), order("b"), order("a")]).toEqual([
      ["t1", "t2", "t3"],
      ["t1", "t2", "t3"],
      ["t2", "t3", "t1"],
    ]);
    expect([answer(take(made, "a")), answer(take(made, "b")), answer(take(made, "a"))]).toEqual([
      "t2",
      "t1",
      "t3",
    ]);
  });

  it("does not expire a claim that was touched, nor one without a time limit", () => {
    const made = pooled({ claimTimeout: "PT10M" });
    const position = taken(take(made, "a")).position;
    const touched = { ...position, claimExpiresAt: null };
    const mine = request("t1", { current: touched as typeof position });
    expect(made.routing.expireClaim(made.load, mine, monday + 99 * minute)).toBeNull();
  });

  it("releases a claim to where it was, and nothing else", () => {
    const made = pooled({});
    const mine = made.after("t1", taken(take(made, "a")));
    expect(made.routing.release(made.load, mine, monday + 1)).toMatchObject({
      ok: true,
      placement: { outcome: { type: "pooled", pool: "general" } },
    });
    expect(answer(take(made, "a"))).toBe("t1");
    expect(made.routing.release(made.load, request("t2"), monday)).toMatchObject({
      refusal: { code: "pool.not-claimed" },
    });
  });
});
