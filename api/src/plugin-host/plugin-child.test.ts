/** What is left of a child that has ended: nothing that keeps the server from ending too. */
import { pathToFileURL } from "node:url";
import { beforeAll, expect, it } from "vitest";
import type { ChildExit } from "./child-exit.ts";
import { buildForChildren } from "./fixtures/build-for-children.ts";
import { fixture } from "./fixtures/start-chaos.ts";
import { startPluginChild } from "./plugin-child.ts";

beforeAll(() => buildForChildren("sdk"));

const openPipes = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === "PipeWrap").length;

it.skipIf(process.platform === "win32")(
  "a process that has escaped holds none of the pipes of its plugin open",
  async () => {
    const before = openPipes();
    const exit = await new Promise<ChildExit>((onExit) => {
      const url = pathToFileURL(fixture("escaping-plugin.js")).href;
      startPluginChild({ url, memoryMb: 64, env: {} }, { onMessage() {}, onOutput() {}, onExit });
    });
    expect(exit).toMatchObject({ signal: "SIGKILL", killedFor: null });
    await expect.poll(openPipes, { timeout: 10_000 }).toBe(before);
  },
);
