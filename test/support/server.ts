/**
 * A whole server for tests: composed as `sluice serve` composes it, over a real database in a temporary folder,
 * on a clock that the test moves. Nothing in it is pretended.
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compose, type Evaluator, parseConfig, type Server } from "@sluice/api";
import { inject } from "vitest";
import { buildPlugins } from "./build-plugins.ts";

/** The administrator's key of every test server. */
export const bootstrapKey = "a-bootstrap-key-for-tests";

type Payload = string | object | Buffer;

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** Parsed when it is JSON, else the text. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface TestServer {
  readonly server: Server;
  readonly dataDir: string;
  /** Where its MySQL database is; absent on SQLite. */
  readonly databaseUrl: string | undefined;
  /** Calls below `/api/v1` as the administrator, or as whose `cookie` the headers bring. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Like `call`, and throws unless the answer is a success: for what a test only needs to have happened. */
  must(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply["body"]>;
  /** Calls exactly as told, the address whole. */
  raw(method: string, url: string, payload?: Payload, headers?: Record<string, string>): Promise<Reply>;
  /** Listens on a free port and answers with the origin; again and again the same one. */
  listen(): Promise<string>;
  /** Moves the clock; everything due on the way has happened when this resolves. */
  advance(duration: string): Promise<void>;
  setClock(instant: string): Promise<void>;
  /** Resolves when no event, job or drain is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestServerOptions {
  /** The MySQL database of another server: two processes of one house, though both live in the test's. */
  readonly databaseUrl?: string;
  readonly starter?: "none" | "ecommerce";
  /** Where the clock stands first; the default is a working Monday morning. */
  readonly at?: string;
  /** Hosts that `http.request` may call although they are private. */
  readonly allowHosts?: string;
  /** Another evaluator of rulesets than the engine's own, to see what a faulty one comes to. */
  readonly evaluate?: Evaluator;
}

const defaultStart = "2026-03-02T10:00:00+08:00";

const isJson = (type: unknown): boolean => /^application\/(?:[\w.-]+\+)?json\b/.test(String(type ?? ""));

/** A database of its own on the run's MySQL server; none where the project runs on SQLite. */
export function freshDatabase(): string | undefined {
  const server = inject("mysqlServer");
  return server === undefined ? undefined : `${server}sluice_${randomUUID().replaceAll("-", "")}`;
}

/** Starts one on a clock that stands still at `at`; stop it after the test. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  buildPlugins();
  const dataDir = await mkdtemp(join(tmpdir(), "sluice-test-"));
  const databaseUrl = options.databaseUrl ?? freshDatabase();
  const server = await compose(
    parseConfig({
      LOG_LEVEL: "silent",
      PORT: "0",
      SLUICE_ADMIN_PASSWORD: "a-password-for-tests",
      SLUICE_BOOTSTRAP_KEY: bootstrapKey,
      SLUICE_CLOCK: "manual",
      SLUICE_DATA: dataDir,
      DATABASE_URL: databaseUrl,
      SLUICE_HTTP_ALLOW_HOSTS: options.allowHosts,
      SLUICE_STARTER: options.starter ?? "none",
    }),
    "all",
    options.evaluate,
  );
  const { app } = server;
  let origin: Promise<string> | undefined;

  async function raw(
    method: string,
    url: string,
    payload?: Payload,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const answer = await app.inject({
      method: method as "GET",
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    const { statusCode, body: text } = answer;
    const body = isJson(answer.headers["content-type"]) ? JSON.parse(text) : text;
    return { status: statusCode, headers: answer.headers, text, body };
  }

  const call: TestServer["call"] = (method, path, body, headers = {}) => {
    const credentials = "cookie" in headers ? {} : { authorization: `Bearer ${bootstrapKey}` };
    return raw(method, `/api/v1${path}`, body as Payload | undefined, { ...credentials, ...headers });
  };

  const must: TestServer["must"] = async (method, path, body, headers) => {
    const reply = await call(method, path, body, headers);
    if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
    return reply.body;
  };

  const testServer: TestServer = {
    server,
    dataDir,
    databaseUrl,
    call,
    must,
    raw,
    listen() {
      origin ??= app.listen({ port: 0, host: "127.0.0.1" }).then(() => {
        const { port } = app.server.address() as AddressInfo;
        return `http://127.0.0.1:${port}`;
      });
      return origin;
    },
    async advance(duration) {
      await must("POST", "/sandbox/clock", { advance: duration });
    },
    async setClock(instant) {
      await must("POST", "/sandbox/clock", { set: instant });
    },
    settled: () => server.runtime.settled(),
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await testServer.setClock(options.at ?? defaultStart);
  return testServer;
}
