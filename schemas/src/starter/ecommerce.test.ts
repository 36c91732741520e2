import { describe, expect, it } from "vitest";
import type { DocumentKind, SluiceDocument } from "../documents/document.ts";
import { documentKinds } from "../documents/document.ts";
import { parseDocument, parseValue } from "../parse.ts";
import { Agent, Group, Shift, Skill } from "../people.ts";
import { Category, Channel, Shop, TicketField, Workspace } from "../settings.ts";
import { leafCategories } from "./categories.ts";
import { ecommerceStarter } from "./ecommerce.ts";

const { documents, settings, people } = ecommerceStarter;
const ofKind = <K extends DocumentKind>(kind: K): SluiceDocument<K>[] =>
  documents.filter(
    (document): document is SluiceDocument<K> & (typeof documents)[number] => document.kind === kind,
  );
const keysOf = (kind: DocumentKind): string[] => ofKind(kind).map(({ key }) => key);

/** Every value under a property name, anywhere in the pack. */
function valuesUnder(name: string, value: unknown = documents): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesUnder(name, item));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    ...(key === name ? [child] : []),
    ...valuesUnder(name, child),
  ]);
}

const strings = (values: unknown[]): string[] => values.filter((value) => typeof value === "string");

describe("the starter pack's documents", () => {
  it.each(documents.map((document) => [`${document.kind} ${document.key}`, document] as const))(
    "%s parses",
    (_name, document) => {
      const parsed = parseDocument(document);
      expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    },
  );

  it("are plain JSON", () => {
    expect(JSON.parse(JSON.stringify(documents))).toEqual(documents);
  });

  it("stand in the order in which they can be loaded", () => {
    const ranks = documents.map(({ kind }) => documentKinds.indexOf(kind));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  it("have distinct keys within their kind", () => {
    const names = documents.map(({ kind, key }) => `${kind}/${key}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("references resolve:", () => {
  const groups = people.groups.map(({ key }) => key);
  const agents = people.agents.map(({ id }) => id);
  const pools = ofKind("routing").flatMap(({ spec }) => Object.keys(spec.pools));

  it.each<[string, string[], string[]]>([
    ["calendars", strings(valuesUnder("calendar")), [...keysOf("calendar"), "24x7"]],
    ["segments", strings(valuesUnder("condition")), keysOf("segment")],
    ["rulesets", strings(valuesUnder("ruleset")), keysOf("classification")],
    ["groups", strings(valuesUnder("group")), groups],
    ["pools", strings(valuesUnder("pool")), pools],
    ["skills", strings(valuesUnder("skill")), people.skills.map(({ key }) => key)],
    ["assignees of tasks", strings(valuesUnder("assignee")), agents],
    ["workflows of campaigns", strings(valuesUnder("workflows").flat()), keysOf("workflow")],
    ["categories", strings(valuesUnder("category")), settings.categories.map(({ id }) => id)],
    ["owner groups", settings.categories.flatMap(({ ownerGroup }) => ownerGroup ?? []), groups],
    [
      "form fields",
      settings.categories.flatMap(({ formFields }) => formFields ?? []),
      settings.fields.map(({ key }) => key),
    ],
    [
      "leads and directors",
      people.groups.flatMap(({ lead, director }) => [lead ?? "?", director ?? "?"]),
      agents,
    ],
    ["groups of agents", people.agents.flatMap((agent) => agent.groups), groups],
    [
      "shifts of agents",
      people.agents.flatMap((agent) => agent.shifts ?? []),
      people.shifts.map(({ key }) => key),
    ],
    [
      "skills of agents",
      people.agents.flatMap((agent) => Object.keys(agent.skills ?? {})),
      people.skills.map(({ key }) => key),
    ],
    [
      "channels of shops",
      settings.shops.flatMap(({ channel }) => channel ?? []),
      settings.channels.map(({ key }) => key),
    ],
  ])("%s", (_name, used, known) => {
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("policies of workflows and overlays", () => {
    const known = [...keysOf("sla"), ...keysOf("routing")];
    expect(strings(valuesUnder("policy")).filter((key) => !known.includes(key))).toEqual([]);
  });

  it("fields in conditions and templates", () => {
    const named = JSON.stringify(documents).match(/ticket\.fields\.([A-Za-z]+)/g) ?? [];
    const known = settings.fields.map(({ key }) => `ticket.fields.${key}`);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("channels in conditions", () => {
    const known = settings.channels.map(({ key }) => key);
    const used = ofKind("routing").flatMap(({ spec }) => channelsOf(spec));
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((key) => !known.includes(key))).toEqual([]);
  });
});

/** The values of every leaf on `ticket.channel`. */
function channelsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(channelsOf);
  if (typeof value !== "object" || value === null) return [];
  const leaf = value as { fact?: unknown; value?: unknown };
  if (leaf.fact === "ticket.channel") return strings([leaf.value].flat());
  return Object.values(value).flatMap(channelsOf);
}

describe("the starter pack's people and settings", () => {
  it("parse", () => {
    const checks = [
      ...people.agents.map((item) => parseValue(Agent, item)),
      ...people.groups.map((item) => parseValue(Group, item)),
      ...people.skills.map((item) => parseValue(Skill, item)),
      ...people.shifts.map((item) => parseValue(Shift, item)),
      ...settings.categories.map((item) => parseValue(Category, item)),
      ...settings.channels.map((item) => parseValue(Channel, item)),
      ...settings.shops.map((item) => parseValue(Shop, item)),
      ...settings.fields.map((item) => parseValue(TicketField, item)),
      parseValue(Workspace, settings.workspace),
    ];
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("have the size that the manual names", () => {
    expect(people.agents).toHaveLength(24);
    expect(people.groups).toHaveLength(11);
    expect(people.skills).toHaveLength(12);
    expect(people.shifts).toHaveLength(4);
    expect(leafCategories).toHaveLength(50);
  });

  it("leave no group empty and no skill unheld", () => {
    const inGroups = new Set(people.agents.flatMap((agent) => agent.groups));
    const held = new Set(people.agents.flatMap((agent) => Object.keys(agent.skills ?? {})));
    expect(people.groups.filter(({ key }) => !inGroups.has(key))).toEqual([]);
    expect(people.skills.filter(({ key }) => !held.has(key))).toEqual([]);
  });

  it("give every lead a seat in the group", () => {
    for (const { key, lead } of people.groups)
      expect(people.agents.find(({ id }) => id === lead)?.groups).toContain(key);
  });

  it("can meet every skill that a route asks for in its group", () => {
    const steps = ofKind("routing").flatMap(({ spec }) => spec.routes.flatMap((route) => route.steps));
    for (const step of steps) {
      if (!("group" in step)) continue;
      const able = people.agents.filter(
        ({ groups, skills }) =>
          groups.includes(step.group) &&
          (step.skills ?? []).every(({ skill, level }) => (skills?.[skill] ?? 0) >= (level ?? 1)),
      );
      expect({ step, able: able.length > 0 }).toEqual({ step, able: true });
    }
  });
});
