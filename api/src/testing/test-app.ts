/** A whole server over a real database in a temporary folder, for tests: nothing in it is pretended. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InjectOptions } from "fastify";
import { type App, type AppOptions, createApp } from "../app.ts";
import { createManualClock, type ManualClock } from "../clock.ts";
import { parseConfig } from "../config.ts";
import { createDatabase, type Database } from "../database/database.ts";
import { idleRuntime } from "../runtime-port.ts";

export const bootstrapKey = "a-bootstrap-key-for-tests";

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** Parsed when it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface TestApp {
  readonly app: App;
  readonly database: Database;
  readonly clock: ManualClock;
  readonly wall: ManualClock;
  /** Calls as the administrator; `headers` may say otherwise. */
  call(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Calls exactly as told, without credentials. */
  raw(options: InjectOptions): Promise<Reply>;
  close(): Promise<void>;
}

const isJson = (type: unknown): boolean => String(type ?? "").includes("json");

/** Starts one; close it after the test. */
export async function createTestApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), "sluice-app-"));
  const database = await createDatabase({ dataDir });
  const config = parseConfig({
    LOG_LEVEL: "silent",
    SLUICE_BOOTSTRAP_KEY: bootstrapKey,
    SLUICE_DATA: dataDir,
  });
  const clock = createManualClock(Date.UTC(2026, 10, 11));
  const wall = createManualClock(Date.UTC(2026, 10, 11));
  const designerFolder = join(dataDir, "no-designer");
  const app = await createApp({
    config,
    database,
    clock,
    wall,
    runtime: idleRuntime,
    designerFolder,
    ...options,
  });

  async function raw(request: InjectOptions): Promise<Reply> {
    const { statusCode, headers, body } = await app.inject(request);
    return { status: statusCode, headers, body: isJson(headers["content-type"]) ? JSON.parse(body) : body };
  }

  return {
    app,
    database,
    clock,
    wall,
    raw,
    call(method, url, body, headers = {}) {
      const auth = { authorization: `Bearer ${bootstrapKey}`, ...headers };
      const payload = body === undefined ? {} : { payload: body as NonNullable<InjectOptions["payload"]> };
      return raw({ method: method as "GET", url: `/api/v1${url}`, headers: auth, ...payload });
    },
    async close() {
      await app.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
