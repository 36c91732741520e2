/** What every route may use, wired once by `createApp`. */
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/database.ts";
import type { RuntimePort } from "./runtime-port.ts";

export interface AppContext {
  readonly config: Config;
  readonly database: Database;
  readonly runtime: RuntimePort;
  /** The time that tickets live in; may be moved in a sandbox. */
  readonly clock: Clock;
  /** The machine's time, for sessions, keys and the audit log: moving the sandbox signs nobody out. */
  readonly wall: Clock;
}

declare module "fastify" {
  interface FastifyInstance {
    readonly context: AppContext;
  }
}
