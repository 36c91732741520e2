/** `sluice serve` in a process of its own on a temporary folder, with a clock that the test moves. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureAppBuilt, root } from "./built-app.ts";

export const adminPassword = "a-password-for-pages";
const adminKey = "a-bootstrap-key-for-pages";

/** What `api/bin/sluice.js` does once everything is built; the look at every source file is left out. */
const entry = `
const { main } = await import(${JSON.stringify(pathToFileURL(join(root, "api/dist/cli/main.js")).href)});
const { processTerminal } = await import(${JSON.stringify(pathToFileURL(join(root, "api/dist/cli/terminal.js")).href)});
process.exitCode = await main(["serve"], processTerminal());
`;

/** Calls below `/api/v1`; throws unless the answer is a success. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export type Caller = (method: string, path: string, body?: unknown) => Promise<any>;

export interface PageServer {
  readonly origin: string;
  /** As the administrator. */
  readonly api: Caller;
  /** As a person with a session of their own. */
  signIn(name: string, password: string): Promise<Caller>;
  /** Moves the clock by an ISO duration; everything due on the way has happened when this resolves. */
  advance(duration: string): Promise<void>;
  stop(): Promise<void>;
}

export interface PageServerOptions {
  readonly starter?: "none" | "ecommerce";
  /** Where the clock stands first. */
  readonly at?: string;
}

/** A working Monday morning: everybody's day has begun. */
const monday = "2026-03-02T10:00:00+08:00";

const readyLine = /Sluice is ready at (http:\/\/\S+)/;

function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const origin = readyLine.exec(said)?.[1];
      if (origin !== undefined) resolve(origin);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

function send(url: string, method: string, body: unknown, credentials: Record<string, string>) {
  const json = body === undefined ? {} : { "content-type": "application/json" };
  return fetch(url, {
    method,
    headers: { ...credentials, ...json },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function callerOf(origin: string, credentials: Record<string, string>): Caller {
  return async (method, path, body) => {
    const answer = await send(`${origin}/api/v1${path}`, method, body, credentials);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
}

/** Starts one; stop it after the tests. */
export async function startPageServer(options: PageServerOptions = {}): Promise<PageServer> {
  await ensureAppBuilt();
  const folder = await mkdtemp(join(tmpdir(), "sluice-pages-"));
  const child = spawn(process.execPath, ["--input-type=module", "-e", entry], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? "",
      PORT: "0",
      LOG_LEVEL: "error",
      SLUICE_DATA: folder,
      SLUICE_STARTER: options.starter ?? "ecommerce",
      SLUICE_CLOCK: `manual@${options.at ?? monday}`,
      SLUICE_BOOTSTRAP_KEY: adminKey,
      SLUICE_ADMIN_PASSWORD: adminPassword,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const origin = await untilReady(child);
  const api = callerOf(origin, { authorization: `Bearer ${adminKey}` });
  return {
    origin,
    api,
    async signIn(name, password) {
      const answer = await send(`${origin}/api/v1/auth/login`, "POST", { name, password }, { origin });
      if (!answer.ok) throw new Error(`sign-in of ${name}: ${answer.status}`);
      const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
      return callerOf(origin, { origin, cookie: cookie.join("; ") });
    },
    async advance(duration) {
      await api("POST", "/sandbox/clock", { advance: duration });
    },
    async stop() {
      child.kill("SIGTERM");
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
