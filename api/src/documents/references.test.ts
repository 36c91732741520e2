import type { AnyDocument } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { expect, test } from "vitest";
import { identityOf } from "./check.ts";
import { referencesOf } from "./references.ts";

const document = (kind: string, spec: object) =>
  ({ kind, key: "k", name: "k", formatVersion: 1, spec }) as unknown as AnyDocument;
const found = (kind: string, spec: object) =>
  referencesOf(document(kind, spec)).map((reference) => `${reference.path} ${identityOf(reference)}`);

test("finds what each kind of document names, with its place", () => {
  const when = {
    all: [{ not: { condition: "vip" } }, { fact: "x", operator: "withinCalendar", value: "online" }],
  };
  expect(found("segment", { when })).toEqual([
    "/spec/when/all/0/not/condition segment:vip",
    "/spec/when/all/1/value calendar:online",
  ]);
  const tiers = [
    { id: "t", when: { condition: "vip" }, targets: { P0: { calendar: "24x7" }, P1: { calendar: "day" } } },
  ];
  expect(found("sla", { calendar: "online", tiers })).toEqual([
    "/spec/tiers/0/when/condition segment:vip",
    "/spec/calendar calendar:online",
    "/spec/tiers/0/targets/P1/calendar calendar:day",
  ]);
  const phase = {
    sla: [{ policy: "default", calendar: "online" }],
    classification: [{ ruleset: "default", prepend: [{ id: "r", when: { condition: "vip" } }] }],
    routing: [{ policy: "main" }],
    workflows: ["autoreply"],
  };
  expect(found("campaign", { phases: [phase] }).sort()).toEqual([
    "/spec/phases/0/classification/0/prepend/0/when/condition segment:vip",
    "/spec/phases/0/classification/0/ruleset classification:default",
    "/spec/phases/0/routing/0/policy routing:main",
    "/spec/phases/0/sla/0/calendar calendar:online",
    "/spec/phases/0/sla/0/policy sla:default",
    "/spec/phases/0/workflows/0 workflow:autoreply",
  ]);
  const nodes = [
    { id: "a", type: "classify", config: { ruleset: "default" } },
    { id: "b", type: "branch", config: { branches: [{ id: "x", when: { any: [{ condition: "vip" }] } }] } },
    { id: "c", type: "action", config: { action: "policy", input: { policy: "not a reference" } } },
    { id: "d", type: "wait", config: { calendar: "warehouse" } },
  ];
  expect(found("workflow", { nodes, edges: [] })).toEqual([
    "/spec/nodes/0/config/ruleset classification:default",
    "/spec/nodes/1/config/branches/0/when/any/0/condition segment:vip",
    "/spec/nodes/3/config/calendar calendar:warehouse",
  ]);
});

test("everything that the starter pack names is in it", () => {
  const there = new Set(ecommerceStarter.documents.map(identityOf));
  const named = ecommerceStarter.documents.flatMap(referencesOf).map(identityOf);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((identity) => !there.has(identity))).toEqual([]);
});
