import type { Condition, Route, RoutingSpec } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { documentOf, starterOptions } from "../../check/check.fixture.ts";
import { adviceOn, mended } from "../lint.fixture.ts";

const toPool = { pool: "general" };
const channel = (...value: string[]): Condition => ({ fact: "ticket.channel", operator: "in", value });
const policy = (routes: readonly Route[], more: Partial<RoutingSpec> = {}) =>
  documentOf("routing", { routes, fallback: toPool, pools: { general: {} }, ...more });
const steps: Route["steps"] = [toPool];

describe("route-unreachable", () => {
  it("warns of a route that an earlier one leaves nothing for", () => {
    const category = (operator: string, value: Condition | string | string[]) =>
      ({ fact: "ticket.category", operator, value }) as Condition;
    const document = policy([
      { id: "all", when: category("startsWith", "aftersales."), steps },
      { id: "one", when: category("in", ["aftersales.repair"]), steps },
      { id: "other", when: category("in", ["aftersales.repair", "logistics.lost"]), steps },
    ]);
    expect(adviceOn(document)).toEqual(["warning /spec/routes/1 routing.route-unreachable"]);
    expect(adviceOn(mended(document, "routing.route-unreachable"))).toEqual([]);
  });

  it("warns of everything after a route without a condition", () => {
    const routes = [
      { id: "a", when: channel("jd"), steps },
      { id: "b", steps },
      { id: "c", when: channel("web"), steps },
      { id: "d", steps },
    ];
    expect(adviceOn(policy(routes))).toEqual([
      "warning /spec/routes/2 routing.route-unreachable",
      "warning /spec/routes/3 routing.route-unreachable",
    ]);
  });
});

describe("step-order", () => {
  it("warns of steps after one that keeps the ticket", () => {
    const waits = { group: "aftersales" };
    const document = policy([{ id: "a", steps: [{ sticky: "P1D" }, waits, toPool] }]);
    expect(adviceOn(document)).toEqual(["warning /spec/routes/0/steps/2 routing.step-unreachable"]);
    expect(adviceOn(mended(document, "routing.step-unreachable"))).toEqual([]);
    expect(adviceOn(policy([{ id: "a", steps: [toPool, { ...waits, timeout: "PT5M" }] }]))).toEqual([
      "warning /spec/routes/0/steps/1 routing.step-unreachable",
    ]);
  });

  it("mentions a route that ends in the fallback pool", () => {
    const timed = { group: "aftersales", timeout: "PT5M" };
    expect(adviceOn(policy([{ id: "a", steps: [timed] }]))).toEqual([
      "info /spec/routes/0/steps/0 routing.ends-in-fallback",
    ]);
    expect(adviceOn(policy([{ id: "a", steps: [timed, toPool] }]))).toEqual([]);
    expect(adviceOn(mended(policy([{ id: "a", steps: [timed] }]), "routing.ends-in-fallback"))).toEqual([]);
  });
});

describe("pools", () => {
  const { people } = starterOptions;
  const groups = [...people.groups, { key: "empty", label: { zh: "空组", en: "Empty" } }];

  it("warns of a pool that nobody may claim from, and opens it", () => {
    const pools = { general: {}, closed: { groups: ["empty"] }, open: { groups: ["empty", "finance"] } };
    const document = policy([{ id: "a", steps }], { pools });
    const options = { people: { ...people, groups } };
    expect(adviceOn(document, options)).toEqual([
      "warning /spec/pools/closed/groups routing.pool-unclaimable",
    ]);
    expect(adviceOn(mended(document, "routing.pool-unclaimable", options), options)).toEqual([]);
  });
});

describe("people", () => {
  const { people } = starterOptions;
  const withEmpty = {
    people: { ...people, groups: [...people.groups, { key: "empty", label: { zh: "空组", en: "Empty" } }] },
  };
  const asking = (level: number) =>
    policy([
      { id: "a", steps: [{ group: "finance", skills: [{ skill: "invoice", level }, { skill: "payment" }] }] },
    ]);

  it("warns of a group without members", () => {
    expect(adviceOn(policy([{ id: "a", steps: [{ group: "empty" }] }]), withEmpty)).toEqual([
      "warning /spec/routes/0/steps/0/group routing.group-empty",
    ]);
    const two = policy([{ id: "a", steps: [{ group: "empty", timeout: "PT5M" }, toPool] }]);
    expect(adviceOn(mended(two, "routing.group-empty", withEmpty), withEmpty)).toEqual([]);
  });

  it("warns of skills that nobody in the group has together, at the level", () => {
    expect(adviceOn(asking(5))).toEqual([]);
    const juniors = { ...people, agents: people.agents.filter(({ id }) => id !== "a21") };
    expect(adviceOn(asking(5), { people: juniors })).toEqual([
      "warning /spec/routes/0/steps/0/skills routing.skill-missing",
    ]);
    expect(adviceOn(asking(4), { people: juniors })).toEqual([]);
    const after = mended(asking(5), "routing.skill-missing", { people: juniors });
    expect(adviceOn(after, { people: juniors })).toEqual([]);
  });
});
