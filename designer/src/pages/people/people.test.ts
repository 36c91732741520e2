import { Agent, parseValue } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import type { AgentView } from "../../client/types.ts";
import { filterAgents, isFiltering, parseAgentFilter, withAgentFilter } from "./agents/agent-filter.ts";
import { copyOfAgent, emptyAgent, nextId } from "./agents/new-agent.ts";
import { policyAddress } from "./agents/policy-address.ts";
import { mergeFields } from "./form/merge-fields.ts";
import { membershipChanges, withMembership } from "./groups/membership.ts";
import { loadOf } from "./load.ts";

const agent = (id: string, change: Partial<AgentView> = {}): AgentView => ({
  id,
  name: `客服 ${id}`,
  groups: ["aftersales"],
  skills: { returns: 3 },
  capacity: { chat: 8, ticket: 25 },
  presence: "online",
  load: {},
  ...change,
});

describe("the agents' filter", () => {
  const agents = [
    agent("a01"),
    agent("a02", { groups: ["vip"], presence: "offline" }),
    agent("b1", { skills: {} }),
  ];
  const shown = (search: string) =>
    filterAgents(agents, parseAgentFilter(new URLSearchParams(search))).map(({ id }) => id);

  it("finds by name or id, group, presence and skill, all at once", () => {
    expect(shown("q=A0")).toEqual(["a01", "a02"]);
    expect(shown("q=客服 ０１")).toEqual(["a01"]);
    expect(shown("group=vip")).toEqual(["a02"]);
    expect(shown("presence=online&skill=returns")).toEqual(["a01"]);
    expect(shown("presence=asleep")).toEqual(["a01", "a02", "b1"]);
  });

  it("stands in the URL beside what else is there", () => {
    const search = withAgentFilter(new URLSearchParams("tab=skills&group=x"), {
      q: "王",
      group: undefined,
      presence: undefined,
      skill: "returns",
    });
    expect(search.toString()).toBe(`tab=skills&q=${encodeURIComponent("王")}&skill=returns`);
    expect(isFiltering(parseAgentFilter(search))).toBe(true);
    expect(isFiltering(parseAgentFilter(new URLSearchParams("tab=skills&q=+")))).toBe(false);
  });
});

describe("a new agent", () => {
  it("gets the next id in the manner of its peer", () => {
    expect(nextId("a02", ["a01", "a02", "a24"])).toBe("a25");
    expect(nextId("a9", ["a9"])).toBe("a10");
    expect(nextId("wang", ["wang", "li-3"])).toBe("wang-1");
  });

  it("is the peer without the name, as the api stores it", () => {
    const peer = agent("a02", { shifts: ["early"], compensationLimit: 20 });
    const copy = copyOfAgent(peer, ["a01", "a02"]);
    expect(copy).toEqual({
      id: "a03",
      name: "",
      groups: ["aftersales"],
      skills: { returns: 3 },
      capacity: { chat: 8, ticket: 25 },
      shifts: ["early"],
      compensationLimit: 20,
    });
    expect(parseValue(Agent, { ...copy, name: "新" })).toMatchObject({ ok: true });
    expect(parseValue(Agent, { ...emptyAgent([]), name: "新" })).toMatchObject({ ok: true });
  });
});

describe("two changes of the same", () => {
  const base = { name: "甲", groups: ["a"], limit: 20 as number | undefined };
  it("keep what each changed alone and name what both did", () => {
    expect(mergeFields(base, { ...base, name: "乙" }, { ...base, groups: ["a", "b"] })).toEqual({
      merged: { name: "乙", groups: ["a", "b"], limit: 20 },
      clashes: [],
    });
    expect(mergeFields(base, { ...base, name: "乙" }, { ...base, name: "丙" })).toMatchObject({
      merged: { name: "乙" },
      clashes: ["name"],
    });
    expect(mergeFields(base, { ...base, name: "乙" }, { ...base, name: "乙" }).clashes).toEqual([]);
  });

  it("leave out what either took away", () => {
    const { limit: _, ...without } = base;
    expect(mergeFields<typeof base>(base, { ...base, limit: undefined }, base).merged).toEqual(without);
  });
});

it("members who join or leave change in that alone", () => {
  expect(membershipChanges(["a", "b"], ["b", "c"])).toEqual([
    { agent: "c", joins: true },
    { agent: "a", joins: false },
  ]);
  const stored = agent("a", { groups: ["x"] });
  expect(withMembership("y", true)(stored)?.groups).toEqual(["x", "y"]);
  expect(withMembership("x", false)(stored)?.groups).toEqual([]);
  expect(withMembership("x", true)(stored)).toBeNull();
});

it("load is what waits for an answer, kind by kind", () => {
  const busy = agent("a", { load: { chat: { new: 1, open: 2, on_hold: 4 }, ticket: { open: 3 } } });
  expect([loadOf(busy, "chat"), loadOf(busy, "ticket"), loadOf(agent("b"), "chat")]).toEqual([3, 3, 0]);
});

it("a new agent is tried where their group gets tickets", () => {
  const step = { type: "group", group: "vip" } as const;
  const routes = [{ route: "r", name: "r", campaign: null, steps: [{ type: "sticky" } as const, step] }];
  const load = { at: "", groups: [], pools: [], policies: [{ key: "night", revision: 1, routes }] };
  expect(policyAddress(load, ["vip"])).toBe("/routing/night");
  expect(policyAddress(load, ["finance"])).toBe("/routing");
  expect(policyAddress(undefined, ["vip"])).toBe("/routing");
});
