/** The composition root: the one place where the application is given its runtime. */
import { type App, createApp } from "./app.ts";
import { createManualClock, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { createDatabase } from "./database/database.ts";
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

/** Opens the data folder and builds the server; nothing listens yet. Throws `data.in-use`, `database.*`. */
export async function compose(config: Config, _role: ProcessRole = "all"): Promise<Server> {
  const unlock = await lockDataFolder(config.dataDir);
  try {
    const database = await createDatabase({ dataDir: config.dataDir });
    const clock = config.clock === "manual" ? createManualClock(Date.now()) : systemClock;
    const app = await createApp({ config, database, clock, runtime: idleRuntime });
    return {
      app,
      firstRun: await firstRun(app.context, await loadStarter(config)),
      async stop() {
        await app.close();
        await database.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
