/** Work on a data folder that no server is running on. */
import { parseConfig } from "../config.ts";
import type { AppContext } from "../context.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { takeDataFolder } from "../setup/data-folder-lock.ts";
import { openRuntime } from "../setup/open-runtime.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Locks the folder, opens the whole house in it (documents are then checked as the server checks them), works,
 * and lets go of it whatever happens. Throws `data.in-use`, `database.*`.
 */
export async function withHouse(
  terminal: Terminal,
  overrides: Readonly<Record<string, string | undefined>>,
  work: (context: AppContext, runtime: Runtime) => Promise<void>,
): Promise<void> {
  const config = parseConfig(terminal.env, overrides);
  const unlock = await takeDataFolder(config);
  try {
    const { context, runtime, close } = await openRuntime(config);
    try {
      await work(context, runtime);
    } finally {
      await close();
    }
  } finally {
    await unlock();
  }
}
