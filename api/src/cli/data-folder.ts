/** Work on a data folder that no server is running on. */
import { parseConfig } from "../config.ts";
import type { AppContext } from "../context.ts";
import { lockDataFolder } from "../setup/data-folder-lock.ts";
import { openContext } from "../setup/open-context.ts";
import type { Terminal } from "./terminal.ts";

/** Locks and opens the folder, works, and lets go of it whatever happens. Throws `data.in-use`, `database.*`. */
export async function withFolder(
  terminal: Terminal,
  overrides: Readonly<Record<string, string | undefined>>,
  work: (context: AppContext) => Promise<void>,
): Promise<void> {
  const config = parseConfig(terminal.env, overrides);
  const unlock = await lockDataFolder(config.dataDir);
  try {
    const { context, close } = await openContext(config);
    try {
      await work(context);
    } finally {
      await close();
    }
  } finally {
    await unlock();
  }
}
