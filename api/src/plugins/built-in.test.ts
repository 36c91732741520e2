/** What comes with Sluice is declared as a whole: every property is named in both languages, every sample is there. */
import { describe, expect, it } from "vitest";
import { builtInPlugins } from "./built-in.ts";

const refs = builtInPlugins({ httpAllowHosts: [] });

/** Paths of properties without a label in both languages. */
function unlabelled(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, items } = schema as { properties?: Record<string, object>; items?: unknown };
  const own = Object.entries(properties).flatMap(([name, property]) => {
    const label = (property as { "x-label"?: { zh?: string; en?: string } })["x-label"];
    return [
      ...(label?.zh && label.en ? [] : [`${path}.${name}`]),
      ...unlabelled(property, `${path}.${name}`),
    ];
  });
  return [...own, ...unlabelled(items, `${path}[]`)];
}

describe.each(refs.flatMap(({ manifest }) => (manifest ? [manifest] : [])))("$id", (manifest) => {
  it("names every input, output and setting in both languages", () => {
    const actions = manifest.actions.flatMap(({ id, input, output }) => [
      ...unlabelled(input, `${id} input`),
      ...unlabelled(output, `${id} output`),
    ]);
    const settings = manifest.config.flatMap((schema) => unlabelled(schema, "config"));
    expect([...actions, ...settings]).toEqual([]);
  });

  it("has one schema of settings, however many of its parts read them", () => {
    expect(manifest.config.length).toBeLessThanOrEqual(1);
  });

  it("says in both languages what each part is", () => {
    for (const { label } of [...manifest.actions, ...manifest.facts, ...manifest.channels])
      expect([label.zh, label.en].every(Boolean)).toBe(true);
  });
});

it("channels and models are off until somebody wants them", () => {
  const off = refs.filter(({ enabled }) => enabled === false).map(({ manifest }) => manifest?.id);
  expect(off).toEqual(["llm", "channel-web", "channel-email", "channel-phone"]);
});
