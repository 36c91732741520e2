/** Opens a data folder for the command line with the whole house loaded: documents are checked as the server checks them. */
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { AppContext } from "../context.ts";
import { createDatabase } from "../database/database.ts";
import { silentLogger } from "../plugin-host/silent-logger.ts";
import { startPlugins } from "../plugins/start-plugins.ts";
import { createRuntime, type Runtime } from "../runtime/runtime.ts";

export interface OpenRuntime {
  readonly context: AppContext;
  /** Not started: no timer fires and no job runs. */
  readonly runtime: Runtime;
  close(): Promise<void>;
}

/** Opens database, plugins and runtime of `config`. Throws `database.*`. */
export async function openRuntime(config: Config): Promise<OpenRuntime> {
  const database = await createDatabase({ dataDir: config.dataDir, url: config.databaseUrl });
  const plugins = await startPlugins(config, database);
  const runtime = await createRuntime({
    database,
    clock: systemClock,
    plugins: plugins.host,
    logger: silentLogger,
  });
  return {
    context: { config, database, runtime, clock: systemClock, wall: systemClock },
    runtime,
    async close() {
      await runtime.stop();
      await plugins.close();
      await database.close();
    },
  };
}
