import { mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { linkPluginSdk } from "./plugin-folder.ts";

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
