import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { fixture } from "./fixtures/start-chaos.ts";
import { resolvePlugin } from "./resolve-plugin.ts";

const base = fixture(".");
const url = (name: string) => pathToFileURL(fixture(name)).href;

it.each([
  ["./chaos-plugin.js", "chaos-plugin.js"],
  [fixture("chaos-plugin.js"), "chaos-plugin.js"],
  [url("chaos-plugin.js"), "chaos-plugin.js"],
  ["./folder-plugin", "folder-plugin/lib/entry.js"],
])("%s is a plugin's module", (specifier, expected) => {
  expect(resolvePlugin(specifier, base)).toBe(url(expected));
});

it("finds the server's own packages from anywhere", () => {
  expect(resolvePlugin("@sluice/plugin-http", "/")).toMatch(/plugins\/http\/dist\/index\.js$/);
});

it.each(["./nowhere.js", "no-such-package", "/nowhere"])("%s is nothing", (specifier) => {
  expect(() => resolvePlugin(specifier, base)).toThrow(
    expect.objectContaining({ code: "plugin.unresolvable", details: { specifier } }),
  );
});
