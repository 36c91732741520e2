/** What becomes of a child whose server was killed: nothing may be left running. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { buildForChildren } from "./fixtures/build-for-children.ts";
import { fixture } from "./fixtures/start-chaos.ts";
import { childProgram } from "./resolve-plugin.ts";

beforeAll(() => buildForChildren("sdk"));

/** Stands in for the server: starts a child, gives it one job, says its pid, and waits to be killed. */
const server = `
const { spawn } = require("node:child_process");
const [program, plugin, action] = process.argv.slice(1);
const child = spawn(process.execPath, [program, plugin], { stdio: ["ignore", "ignore", "ignore", "pipe"], detached: true });
const job = { type: "run", job: 1, action, version: "1", input: {}, secrets: {}, idempotencyKey: "k", attempt: 1, maxOutputBytes: 1000 };
child.stdio[3].once("data", () => {
  child.stdio[3].write(JSON.stringify(job) + "\\n");
  setTimeout(() => console.log(child.pid), 100);
});
setInterval(() => {}, 1000);
`;

/** A process that has ended but whose exit nobody has read yet (state Z) is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

it.each(["chaos.hangs", "chaos.never-answers"])(
  "a child that runs %s ends with its server",
  async (action) => {
    const url = pathToFileURL(fixture("chaos-plugin.js")).href;
    const parent = spawn(process.execPath, ["-e", server, childProgram(), url, action], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [data] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(data.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    await expect.poll(() => isAlive(pid), { timeout: 20_000, interval: 100 }).toBe(false);
  },
);
