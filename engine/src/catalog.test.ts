import { type Label, slaMetrics } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import { describe, expect, it } from "vitest";
import { catalog } from "./catalog.ts";
import { httpRequest } from "./check/check.fixture.ts";
import { builtInStrategies } from "./routing/strategy-list.ts";
import { builtInFacts } from "./rules/facts/built-in.ts";
import { builtInOperators } from "./rules/operator-list.ts";
import { nodeKinds } from "./workflow/nodes/index.ts";

const full = catalog({
  settings: ecommerceStarter.settings,
  actions: [httpRequest],
  pluginFacts: [{ id: "erp.level", label: { zh: "等级", en: "Level" }, type: "number", group: "erp" }],
  strategies: [
    { id: "lab.mood", label: { zh: "心情", en: "Mood" }, description: { zh: "看心情", en: "By mood" } },
  ],
});

/** Every label of a value, with where it stands. */
function labelsOf(value: unknown, path = ""): [string, Partial<Label>][] {
  if (typeof value !== "object" || value === null) return [];
  const own: [string, Partial<Label>][] = Object.entries(value)
    .filter(([key]) => key === "label" || key === "description" || key === "help")
    .flatMap(([key, label]) => (typeof label === "object" ? [[`${path}/${key}`, label as Label]] : []));
  return [...own, ...Object.entries(value).flatMap(([key, item]) => labelsOf(item, `${path}/${key}`))];
}

describe("catalog", () => {
  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(full))).toEqual(full);
    expect(JSON.stringify(catalog())).toBe(JSON.stringify(catalog()));
  });

  it("lists what is built in, in order", () => {
    const built = catalog();
    expect(built.facts.map(({ id }) => id)).toEqual(builtInFacts.map(({ id }) => id));
    expect(built.operators.map(({ id }) => id)).toEqual(builtInOperators.map(({ id }) => id));
    expect(built.decorators).toHaveLength(6);
    expect(built.nodeKinds.map(({ kind }) => kind)).toEqual([...nodeKinds.keys()]);
    expect(built.strategies.map(({ id }) => id)).toEqual(
      builtInStrategies.map(({ definition }) => definition.id),
    );
    expect(built.metrics.map(({ id }) => id)).toEqual([...slaMetrics]);
    expect(built.actions).toEqual([]);
  });

  it("adds what the house and its plugins bring", () => {
    const field = ecommerceStarter.settings.fields[0];
    expect(full.facts.find(({ id }) => id === `ticket.fields.${field?.key}`)?.label).toEqual(field?.label);
    expect(full.facts.find(({ id }) => id === "ticket.channel")?.options).toHaveLength(
      ecommerceStarter.settings.channels.length,
    );
    expect(full.facts.find(({ id }) => id === "erp.level")?.fetched).toBe(true);
    expect(full.strategies.at(-1)?.id).toBe("lab.mood");
    expect(full.actions).toEqual([httpRequest]);
  });

  it("says everything in both languages", () => {
    const labels = labelsOf(full);
    expect(labels.length).toBeGreaterThan(150);
    const lacking = labels.filter(([, { zh, en }]) => !zh?.trim() || !en?.trim()).map(([path]) => path);
    expect(lacking).toEqual([]);
  });

  it("holds each id once", () => {
    for (const ids of [full.facts, full.operators, full.decorators, full.strategies, full.metrics])
      expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  });

  it("gives every node kind's config as a JSON Schema of an object", () => {
    for (const { kind, config } of full.nodeKinds) {
      expect(config, kind).toMatchObject({ type: "object", additionalProperties: false });
    }
  });
});
