/** Plugins whose manifest is known beforehand: a process when it is needed, none when it is not. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { linkPluginSdk } from "../plugins/plugin-folder.ts";
import type { PluginModuleRef } from "./options.ts";
import { createPluginHost, type PluginHost } from "./plugin-host.ts";

const source = (word: string) => `
import { defineAction, definePlugin } from "@sluice/plugin-sdk";
import { Type } from "typebox";
const say = defineAction({
  id: "echo.say", version: "1", label: { zh: "说", en: "Say" }, idempotency: "natural",
  input: Type.Object({}), output: Type.String(), run: () => ${JSON.stringify(word)},
});
export default definePlugin({ id: "echo", label: { zh: "回声", en: "Echo" }, actions: [say] });
`;

let folder: string;
let known: PluginModuleRef;
let host: PluginHost | undefined;
let enabled = true;
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const start = async (...plugins: PluginModuleRef[]) => {
  enabled = true;
  host = await createPluginHost({ plugins, logger, settings: () => ({ enabled, config: {} }) });
  return host;
};
const say = (one: PluginHost) =>
  one.run({ action: "echo.say", version: "1", input: {}, idempotencyKey: "k" });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-known-"));
  await linkPluginSdk(folder);
  await writeFile(join(folder, "built-in.mjs"), source("built in"));
  await writeFile(join(folder, "own.mjs"), source("own"));
  const asking = await start({ specifier: join(folder, "built-in.mjs") });
  const [manifest] = asking.manifests();
  if (!manifest) throw new Error("not loaded");
  known = { specifier: join(folder, "built-in.mjs"), manifest };
  await asking.close();
  return () => rm(folder, { recursive: true, force: true });
});
afterEach(() => host?.close());

describe("a plugin that is known beforehand", () => {
  it("is offered without a process, and gets one with its first job", async () => {
    const one = await start(known);
    expect(one.actions().map(({ id }) => id)).toEqual(["echo.say"]);
    expect(one.stats()).toMatchObject([{ plugin: "echo", state: "idle", pid: undefined }]);
    const both = await Promise.all([say(one), say(one)]);
    expect(both).toMatchObject([{ output: "built in" }, { output: "built in" }]);
    expect(one.stats()).toMatchObject([{ state: "ready", restarts: 0 }]);
  });

  it("loses its process when it is switched off, and has it back when it is needed again", async () => {
    const one = await start(known);
    await say(one);
    enabled = false;
    one.refresh("echo");
    expect(await say(one)).toMatchObject({ code: "plugin.disabled" });
    await expect.poll(() => one.stats()[0]).toMatchObject({ state: "idle", pid: undefined });
    enabled = true;
    one.refresh("echo");
    expect(await say(one)).toMatchObject({ output: "built in" });
  });

  it("that is needed while it still ends waits for the next", async () => {
    const one = await start(known);
    await say(one);
    enabled = false;
    one.refresh("echo");
    enabled = true;
    expect(await say(one)).toMatchObject({ output: "built in" });
  });

  it("gives way to a plugin of the house with its id", async () => {
    const one = await start(known, { specifier: join(folder, "own.mjs") });
    expect(one.actions()).toHaveLength(1);
    expect(one.stats()).toHaveLength(1);
    expect(await say(one)).toMatchObject({ output: "own" });
  });
});
