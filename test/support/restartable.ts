/** A house that a test stops and starts again on what it has stored. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compose, parseConfig, type Server } from "@sluice/api";
import { buildPlugins } from "./build-plugins.ts";
import { bootstrapKey, freshDatabase, type Reply } from "./server.ts";
import type { StoredAt } from "./stored.ts";

export interface RestartableHouse {
  /** Where it keeps what it has stored. */
  readonly stored: StoredAt;
  /** Starts the server; stop it before the next start. */
  start(): Promise<Server>;
  /** Takes the folder away. */
  remove(): void;
}

/** A folder, or a fresh database, of its own; nothing runs yet. */
export function createRestartableHouse(): RestartableHouse {
  const dataDir = mkdtempSync(join(tmpdir(), "sluice-restart-"));
  const databaseUrl = freshDatabase();
  return {
    stored: { dataDir, databaseUrl },
    start() {
      buildPlugins();
      const env = { LOG_LEVEL: "silent", SLUICE_BOOTSTRAP_KEY: bootstrapKey, SLUICE_STARTER: "none" };
      return compose(parseConfig({ ...env, SLUICE_DATA: dataDir, DATABASE_URL: databaseUrl }));
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Calls a server below `/api/v1` as the administrator; throws unless it went well. */
export const callerOf =
  ({ app }: Server) =>
  async (
    method: string,
    url: string,
    payload?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply["body"]> => {
    const reply = await app.inject({
      method: method as "GET",
      url: `/api/v1${url}`,
      headers: { authorization: `Bearer ${bootstrapKey}`, ...headers },
      ...(payload ? { payload } : {}),
    });
    if (reply.statusCode >= 400) throw new Error(`${method} ${url}: ${reply.body}`);
    return JSON.parse(reply.body);
  };
