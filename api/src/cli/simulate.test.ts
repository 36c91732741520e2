import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "./main.ts";
import type { Terminal } from "./terminal.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-simulate-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function createTerminal(): Terminal & { readonly text: () => string } {
  let text = "";
  const write = (part: string) => {
    text += part;
  };
  return { env: {}, exitCode: 0, out: write, error: write, text: () => text } as never;
}

test("a ticket is simulated in a house of its own, and a broken file is refused by its place", async () => {
  const data = join(folder, "data");
  expect(await main(["init", "--data", data], createTerminal())).toBe(0);
  const file = join(folder, "simulation.json");
  const ticket = {
    channel: "taobao",
    subject: "我的快递三天没更新了,帮我查一下物流",
    customer: { id: "c1" },
  };
  await writeFile(file, JSON.stringify({ ticket, at: "2026-09-01T10:00:00+08:00" }));
  const terminal = createTerminal();
  expect(await main(["simulate", file, "--data", data], terminal)).toBe(0);
  expect(JSON.parse(terminal.text()).ticket).toMatchObject({ category: "logistics.stalled", priority: "P2" });

  await writeFile(file, JSON.stringify({ ticket: { ...ticket, subject: 7 } }));
  const refused = createTerminal();
  expect(await main(["simulate", file, "--data", data], refused)).not.toBe(0);
  expect(refused.text()).toContain("/ticket/subject");
});
