import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseConfig } from "../config.ts";
import { liveRevisions } from "../database/repositories/documents.ts";
import { listPeople } from "../database/repositories/people.ts";
import { lockDataFolder } from "../setup/data-folder-lock.ts";
import { openContext } from "../setup/open-context.ts";
import { main } from "./main.ts";
import type { Terminal } from "./terminal.ts";

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sluice-cli-"));
  data = join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function sluice(args: string[], env: Record<string, string> = {}) {
  let [out, error] = ["", ""];
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    env: { SLUICE_DATA: data, SLUICE_STARTER: "none", ...env },
    exitCode: 0,
  };
  return { code: await main(args, terminal), out, error };
}

const segment = (key: string) => ({
  kind: "segment",
  key,
  name: key,
  formatVersion: 1,
  spec: { when: { fact: "customer.tier", operator: "equal", value: "gold" } },
});
const file = (name: string, value: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};

test("init makes one administrator, whose password it shows once", async () => {
  const first = await sluice(["init"]);
  expect(first.code).toBe(0);
  expect(first.out).toMatch(/Sign in as admin with the password \S{16}/);
  expect((await sluice(["init"])).out).not.toContain("password");
});

test("init with the starter pack publishes all of it, and a second time changes nothing", async () => {
  const env = { SLUICE_STARTER: "ecommerce", SLUICE_ADMIN_PASSWORD: "correct horse" };
  const first = await sluice(["init"], env);
  expect(first.error).toBe("");
  expect(first.out).toContain("with the starter pack");
  expect(first.out).not.toContain("correct horse");
  const { ecommerceStarter } = await import("@sluice/schemas/starter");
  const { context, close } = await openContext(parseConfig({ SLUICE_DATA: data }));
  const live = await liveRevisions(context.database.reader);
  const agents = await listPeople(context.database.reader, "agents");
  await close();
  expect(live).toHaveLength(ecommerceStarter.documents.length);
  expect(live.every((row) => row.revision === 1)).toBe(true);
  expect(agents).toHaveLength(ecommerceStarter.people.agents.length);
  expect((await sluice(["init"], env)).out).not.toContain("starter");
});

test("import, export and import again: the same text", async () => {
  const bundle = file("bundle.json", { documents: [segment("b"), segment("a")] });
  const lines = file("more.ndjson", `${JSON.stringify(segment("c"))}\n`);
  expect((await sluice(["import", bundle, lines, "--publish"])).out).toContain(
    "segment b: created, revision 1",
  );
  const out = join(folder, "export.json");
  expect((await sluice(["export", "--out", out])).code).toBe(0);
  expect((await sluice(["import", out, "--publish"])).out).toContain(
    "segment a: unchanged, revision 1 (unchanged)",
  );
  expect((await sluice(["export"])).out).toBe(readFileSync(out, "utf8"));
});

test("validate names the file, the path and the fault, and ends with 1", async () => {
  const good = file("good.json", segment("a"));
  const bad = file("bad.json", { ...segment("b"), spec: { when: { condition: "nowhere" } } });
  expect((await sluice(["validate", good])).code).toBe(0);
  const { code, out } = await sluice(["validate", good, bad]);
  expect(code).toBe(1);
  expect(out).toContain("bad.json: segment b: 1 faults\n  /spec/when/condition  condition.unknown-segment");
});

test.each([
  [["import", "gone.json"], /^sluice: A file is not valid\. gone\.json: ENOENT.*\[file\.invalid\]\n$/],
  [["user", "add", "x", "--role", "king"], /king.*is invalid/],
  [["serve", "--port", "high"], /^sluice: The configuration is not valid\. PORT: must be a port/],
  [["nothing"], /unknown command/],
])("%j fails with one clear line", async (args, line) => {
  const { code, error } = await sluice(args);
  expect(code).toBe(1);
  expect(error).toMatch(line);
});

test("a folder that a server runs on is left alone, and taken over after it is gone", async () => {
  const bundle = file("a.json", segment("a"));
  const unlock = await lockDataFolder(data);
  const refused = await sluice(["import", bundle]);
  expect(refused.code).toBe(1);
  expect(refused.error).toContain("[data.in-use]");
  await unlock();
  expect((await sluice(["import", bundle])).code).toBe(0);
});

test("a user is added beside a running server; a name only once", async () => {
  const unlock = await lockDataFolder(data);
  const env = { SLUICE_USER_PASSWORD: "12345678" };
  expect((await sluice(["user", "add", "lin", "--role", "lead"], env)).out).toBe("Added lin (lead).\n");
  expect((await sluice(["user", "add", "lin"], env)).error).toContain("[resource.exists]");
  expect((await sluice(["user", "add", "wu"], { SLUICE_USER_PASSWORD: "1" })).error).toContain(
    "[config.invalid]",
  );
  await unlock();
});

test("the doctor sees a sound folder and a damaged database", async () => {
  await sluice(["init"]);
  const well = await sluice(["doctor"], { PORT: "0" });
  expect(well.out).toMatch(/✓ Database: sound, tables of version \d+/);
  writeFileSync(join(data, "sluice.db"), "x".repeat(5000));
  for (const tail of ["-wal", "-shm"]) rmSync(join(data, `sluice.db${tail}`), { force: true });
  const ill = await sluice(["doctor"], { PORT: "0" });
  expect(ill.code).toBe(1);
  expect(ill.out).toContain("✗ Database: The database is damaged.");
});
