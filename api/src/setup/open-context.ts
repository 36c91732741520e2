/** Opens a data folder for the command line: a context without HTTP that takes no tickets. */
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { AppContext } from "../context.ts";
import { createDatabase } from "../database/database.ts";
import { idleRuntime, type RuntimePort } from "../runtime-port.ts";

export interface OpenContext {
  readonly context: AppContext;
  close(): Promise<void>;
}

/** Opens the database of `config`; `runtime` says how documents are checked. Throws `database.*`. */
export async function openContext(config: Config, runtime: RuntimePort = idleRuntime): Promise<OpenContext> {
  const database = await createDatabase({ dataDir: config.dataDir, url: config.databaseUrl });
  const context = { config, database, runtime, clock: systemClock, wall: systemClock };
  return { context, close: () => database.close() };
}
