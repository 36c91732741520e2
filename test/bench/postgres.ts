/** A PostgreSQL for the peers that need one: the one that is named, or one of the bench's own in a temporary folder. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "./server.js";

export interface Postgres {
  /** `postgres://…` of a database that may be filled. */
  readonly url: string;
  readonly what: string;
  stop(): Promise<void>;
}

const versionsFolder = "/usr/lib/postgresql";

/** Debian keeps the server's programs outside of PATH, a folder for each version. */
function programFolder(): string | undefined {
  const versions = existsSync(versionsFolder) ? readdirSync(versionsFolder) : [];
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((name) => join(versionsFolder, name, "bin"));
  return [...folders, ...(process.env.PATH ?? "").split(delimiter)].find(
    (folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")),
  );
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; the account that its package made does then. `null` when there is none. */
function ownerOf(): Owner | undefined | null {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout.trim();
  const [uid, gid] = [id("-u"), id("-g")];
  return uid === "" || gid === "" ? null : { uid: Number(uid), gid: Number(gid) };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });

async function untilAnswers(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}`);
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("postgres did not answer");
}

async function startOwn(programs: string, owner: Owner | undefined): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "sluice-postgres-"));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "bench", "--auth=trust", "--encoding=UTF8", "--locale=C"],
    { ...owner, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stdout}${made.stderr}`);
  const port = await freePort();
  // Everything else stays as it comes: every commit waits for the disk.
  const settings = ["-h", "127.0.0.1", "-p", String(port), "-k", folder];
  const child = spawn(join(programs, "postgres"), ["-D", data, ...settings], {
    ...owner,
    cwd: folder,
    stdio: "ignore",
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    // "Fast shutdown": sessions are ended, nothing is waited for.
    if (child.exitCode === null) {
      child.kill("SIGINT");
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswers(port, child);
  } catch (error) {
    await stop();
    throw error;
  }
  const version = spawnSync(join(programs, "postgres"), ["--version"], { encoding: "utf8" }).stdout;
  const what = `PostgreSQL ${/[\d.]+/.exec(version)?.[0] ?? ""}`;
  return { url: `postgres://bench@127.0.0.1:${port}/postgres`, what, stop };
}

/** The PostgreSQL of `SLUICE_BENCH_POSTGRES`, or one that is started here; else why there is none. */
export async function startPostgres(): Promise<Postgres | { readonly missing: string }> {
  const named = process.env.SLUICE_BENCH_POSTGRES;
  if (named) return { url: named, what: "PostgreSQL as named", stop: async () => undefined };
  const programs = programFolder();
  if (!programs) return { missing: "no PostgreSQL: install one, or name one in SLUICE_BENCH_POSTGRES" };
  const owner = ownerOf();
  if (owner === null) return { missing: "PostgreSQL does not run as root, and there is no account postgres" };
  return startOwn(programs, owner);
}
