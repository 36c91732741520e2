/** The composition root: the one place where the application is given its runtime. */
import { type App, createApp } from "./app.ts";
import { createManualClock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { createDatabase, type Database } from "./database/database.ts";
import { AppError } from "./errors.ts";
import { idleRuntime } from "./runtime-port.ts";
import { lockDataFolder } from "./setup/data-folder-lock.ts";
import { type FirstRun, firstRun } from "./setup/first-run.ts";
import { loadStarter } from "./setup/starter.ts";

export type ProcessRole = "api" | "worker" | "all";

export interface Server {
  readonly app: App;
  readonly firstRun: FirstRun;
  /** Lets requests end, then closes everything, the database last. */
  stop(): Promise<void>;
}

/** What is asked for and not there must be said, not quietly left out. */
function refuseScaledOut(config: Config, role: ProcessRole): void {
  const refuse = (name: string, reason: string) =>
    new AppError("config.invalid", { values: { name, reason } });
  const reason = "this release runs as one process on SQLite; unset it";
  if (config.databaseUrl !== undefined) throw refuse("DATABASE_URL", reason);
  if (config.redisUrl !== undefined) throw refuse("REDIS_URL", reason);
  if (role !== "all") throw refuse("--role", "only all is there in this release");
}

async function build(config: Config, database: Database): Promise<Pick<Server, "app" | "firstRun">> {
  const clock = config.clock === "manual" ? createManualClock(Date.now()) : systemClock;
  const app = await createApp({ config, database, clock, runtime: idleRuntime });
  return { app, firstRun: await firstRun(app.context, await loadStarter(config)) };
}

async function open(config: Config): Promise<Server> {
  const database = await createDatabase({ dataDir: config.dataDir });
  try {
    const { app, firstRun } = await build(config, database);
    const stop = async () => {
      await app.close();
      await database.close();
    };
    return { app, firstRun, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Takes the data folder and builds the server; nothing listens yet. Throws `config.invalid`, `data.in-use`, `database.*`. */
export async function compose(config: Config, role: ProcessRole = "all"): Promise<Server> {
  refuseScaledOut(config, role);
  const unlock = await lockDataFolder(config.dataDir);
  try {
    const server = await open(config);
    return { ...server, stop: () => server.stop().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}
