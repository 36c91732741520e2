import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findPlugins, linkPluginSdk } from "./plugin-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-plugins-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("links the SDK for many plugins that are saved at the same moment", async () => {
  await Promise.all(Array.from({ length: 20 }, () => linkPluginSdk(folder)));
  for (const name of ["@sluice/plugin-sdk", "typebox"])
    expect(readlinkSync(join(folder, "node_modules", name)).replace(/[/\\]$/, "")).toMatch(/(sdk|typebox)$/);
});

it("finds plugins by their whole paths, also in a folder that is named from here", async () => {
  for (const name of ["b", "a"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "package.json"), "{}");
  }
  mkdirSync(join(folder, "no-plugin"));
  expect(await findPlugins(relative(process.cwd(), folder))).toEqual([join(folder, "a"), join(folder, "b")]);
  expect(await findPlugins(join(folder, "nowhere"))).toEqual([]);
});
