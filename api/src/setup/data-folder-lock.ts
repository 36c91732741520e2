/**
 * One server per data folder. The lock is a listening socket: the system lets go of it however the process ends,
 * so nothing stale is left by a crash, unlike a file with a process id.
 */
import { createHash } from "node:crypto";
import { mkdir, realpath, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { toDatabaseError } from "../database/failure.ts";
import { AppError } from "../errors.ts";

/** Socket paths are short by law: the folder's hash stands for it. */
function socketPath(folder: string): string {
  const name = `sluice-${createHash("sha256").update(folder).digest("hex").slice(0, 24)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(path, () => resolve(server.unref()));
  });
}

/** True when a living process answers. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const done = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
  });
}

async function take(path: string, place: string): Promise<Server> {
  try {
    return await listen(path);
  } catch (error) {
    if (!isCode(error, "EADDRINUSE")) throw error;
    if (await answers(path)) throw new AppError("data.in-use", { values: { place }, cause: error });
    // Left by a process that was killed: nobody listens behind the name any more.
    await rm(path, { force: true });
    return listen(path);
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw toDatabaseError(error, folder);
  }
}

/** Takes the folder for this process; the answer gives it back. Throws `data.in-use`, `database.read-only`. */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  await makeFolder(folder);
  const server = await take(socketPath(await realpath(folder)), folder);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Locks the folder of `config`, unless the database is elsewhere: processes that share one may share the folder too. */
export async function takeDataFolder(
  config: Pick<Config, "dataDir" | "databaseUrl">,
): Promise<() => Promise<void>> {
  if (config.databaseUrl === undefined) return lockDataFolder(config.dataDir);
  await makeFolder(config.dataDir);
  return async () => undefined;
}
