/** What a server does that cannot run: one clear line that says what to do, an exit code, and the data as it was. */
import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkInvariants } from "../invariants/check-invariants.ts";
import { createClient } from "./client.ts";
import { buildServer, type Exit, type ServerProcess, startServerProcess } from "./server-process.ts";

const folders: string[] = [];
const processes: ServerProcess[] = [];

beforeAll(buildServer);

afterAll(async () => {
  for (const server of processes) await server.kill();
  for (const folder of folders) spawnSync("umount", [folder], { stdio: "ignore" });
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sluice-refusal-"));
  folders.push(folder);
  return folder;
}

function start(dataDir: string, env: Readonly<Record<string, string>> = {}): ServerProcess {
  const server = startServerProcess(dataDir, env);
  processes.push(server);
  return server;
}

const isRoot = process.getuid?.() === 0;

/** One line, with the code of the error, and an exit code that says so. */
async function expectRefusal(server: ServerProcess, code: string): Promise<void> {
  const exit: Exit = await server.exited;
  const lines = server
    .errors()
    .split("\n")
    .filter((line) => line !== "");
  expect(exit).toEqual({ code: 1, signal: null });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^sluice: \S/);
  expect(lines[0]).toContain(`[${code}]`);
}

const ticket = (subject: string) => ({ channel: "web", subject, customer: { id: "c1" } });

test("a second server on the same data folder is refused, and the first goes on", async () => {
  const folder = await makeFolder();
  const first = start(folder);
  const client = createClient(await first.ready);
  await expectRefusal(start(folder), "data.in-use");
  await client.must("POST", "/tickets", ticket("still here"));
  expect(await first.stop()).toEqual({ code: 0, signal: null });
  expect(checkInvariants(join(folder, "sluice.db"), { quiet: true })).toEqual([]);
});

/** The folder as somebody else's: the server runs as a user who may only read it. */
async function readOnly(folder: string): Promise<void> {
  for (const name of ["sluice.db", "sluice.db-wal", "sluice.db-shm"])
    await chmod(join(folder, name), 0o444).catch(() => undefined);
  await chmod(folder, 0o555);
}

test("a read-only data folder is refused and stays as it is", async (context) => {
  const folder = await makeFolder();
  const file = join(folder, "sluice.db");
  const first = start(folder);
  await first.ready;
  await first.stop();
  const before = await readFile(file);
  if (isRoot && spawnSync("mount", ["--bind", folder, folder]).status !== 0) {
    process.stdout.write("skipped: root may write everywhere, and no read-only mount can be made here\n");
    return context.skip();
  }
  if (isRoot) expect(spawnSync("mount", ["-o", "remount,ro,bind", folder]).status).toBe(0);
  else await readOnly(folder);
  await expectRefusal(start(folder), "database.read-only");
  if (isRoot) expect(spawnSync("umount", [folder]).status).toBe(0);
  else await chmod(folder, 0o755);
  expect(await readFile(file)).toEqual(before);
});

test("a file that is no database is refused and stays as it is", async () => {
  const folder = await makeFolder();
  const file = join(folder, "sluice.db");
  const words = "these are somebody's notes, not a database ".repeat(200);
  await writeFile(file, words);
  await expectRefusal(start(folder), "database.corrupt");
  expect(await readFile(file, "utf8")).toBe(words);
});

/** A file system of `size`, or `false` where none can be made. */
const mountSmall = (folder: string, size: string): boolean =>
  isRoot && spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]).status === 0;

test("a full disk: writes are refused, nothing acknowledged is lost, and it goes on once there is room", async (context) => {
  const folder = await makeFolder();
  if (!mountSmall(folder, "6m")) {
    process.stdout.write("skipped: a small file system can only be mounted by root\n");
    return context.skip();
  }
  const server = start(folder);
  const client = createClient(await server.ready);
  const ballast = join(folder, "ballast");
  await writeFile(ballast, Buffer.alloc(3_000_000));
  const acknowledged = new Set<string>();
  let refused: { status: number; code: string } | undefined;
  while (!refused) {
    const answer = await client.call("POST", "/tickets", { ...ticket("full"), body: "x".repeat(50_000) });
    if (answer?.status === 201) acknowledged.add(answer.body.id);
    else refused = { status: answer?.status ?? 0, code: answer?.body?.code };
  }
  expect(refused).toEqual({ status: 503, code: "database.full" });
  await rm(ballast);
  await client.must("POST", "/tickets", ticket("room again"));
  for (const id of acknowledged) await client.must("GET", `/tickets/${id}`);
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  expect(checkInvariants(join(folder, "sluice.db"), { quiet: true })).toEqual([]);
});

test("a disk that is full from the start is refused", async (context) => {
  const folder = await makeFolder();
  if (!mountSmall(folder, "1m")) {
    process.stdout.write("skipped: a small file system can only be mounted by root\n");
    return context.skip();
  }
  await writeFile(join(folder, "ballast"), Buffer.alloc(1_048_576 - 16_384)).catch(() => undefined);
  expect((await stat(folder)).isDirectory()).toBe(true);
  await expectRefusal(start(folder), "database.full");
});
