/** Work on a data folder that no server is running on. */
import { type Config, parseConfig } from "../config.ts";
import type { AppContext } from "../context.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { lockDataFolder } from "../setup/data-folder-lock.ts";
import { openContext } from "../setup/open-context.ts";
import { openRuntime } from "../setup/open-runtime.ts";
import type { Terminal } from "./terminal.ts";

type Overrides = Readonly<Record<string, string | undefined>>;

/** Locks the folder, works on what `open` made of it, and lets go of it whatever happens. */
async function locked<T extends { close(): Promise<void> }>(
  config: Config,
  open: (config: Config) => Promise<T>,
  work: (opened: T) => Promise<void>,
): Promise<void> {
  const unlock = await lockDataFolder(config.dataDir);
  try {
    const opened = await open(config);
    try {
      await work(opened);
    } finally {
      await opened.close();
    }
  } finally {
    await unlock();
  }
}

/** Work that needs no more than the database: users, exports. Throws `data.in-use`, `database.*`. */
export const withFolder = (
  terminal: Terminal,
  overrides: Overrides,
  work: (context: AppContext) => Promise<void>,
): Promise<void> => locked(parseConfig(terminal.env, overrides), openContext, ({ context }) => work(context));

/** Work that needs the whole house: documents are then checked as the server checks them. */
export const withHouse = (
  terminal: Terminal,
  overrides: Overrides,
  work: (context: AppContext, runtime: Runtime) => Promise<void>,
): Promise<void> =>
  locked(parseConfig(terminal.env, overrides), openRuntime, ({ context, runtime }) => work(context, runtime));
