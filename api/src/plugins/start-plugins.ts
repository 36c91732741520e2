/**
 * The plugins of this server, each in a child process of its own: those that come with Sluice, and those in the
 * folder `plugins` of its data.
 */
import { join } from "node:path";
import type { InboundRequest } from "@sluice/plugin-sdk";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Database, Queryable } from "../database/database.ts";
import type { PluginHostLogger } from "../plugin-host/options.ts";
import { createPluginHost, type PluginHost } from "../plugin-host/plugin-host.ts";
import { silentLogger } from "../plugin-host/silent-logger.ts";
import { loadSecretKey } from "../secrets/secret-key.ts";
import { builtInPlugins } from "./built-in.ts";
import { findPlugins, linkPluginSdk } from "./plugin-folder.ts";
import { createPluginStore, type PluginStore } from "./plugin-store.ts";
import { type PluginWatch, watchPlugins } from "./plugin-watch.ts";

/** What the server does when something happens with a plugin; it is set once the server is there. */
export interface PluginHooks {
  /** What is offered may be another: a plugin was loaded, switched or configured. */
  onChanged(): void;
  /** Stores what a channel's own listener received. */
  onDelivery(channel: string, request: InboundRequest): Promise<void>;
}

export interface Plugins {
  readonly host: PluginHost;
  readonly store: PluginStore;
  readonly hooks: PluginHooks;
  /** Where the house's own plugins lie. */
  readonly folder: string;
  /** Takes over what other processes of the house have set for plugins. */
  follow(db: Queryable): Promise<void>;
  /** Reloads plugins when their files are saved, until `close`. */
  watch(): Promise<void>;
  close(): Promise<void>;
}

const nobody = "The server is starting";

/** Starts them; resolves when each is ready or has said why not. */
export async function startPlugins(
  config: Config,
  database: Database,
  logger: PluginHostLogger = silentLogger,
): Promise<Plugins> {
  const folder = join(config.dataDir, "plugins");
  const own = await findPlugins(folder);
  if (own.length > 0) await linkPluginSdk(folder);
  const store = await createPluginStore({ database, wall: systemClock }, await loadSecretKey(config));
  const hooks: PluginHooks = {
    onChanged: () => undefined,
    onDelivery: () => Promise.reject(new Error(nobody)),
  };
  const host = await createPluginHost({
    plugins: [...builtInPlugins(config), ...own.map((specifier) => ({ specifier, optional: true }))],
    logger,
    baseDir: import.meta.dirname,
    secrets: (plugin) => store.secrets(plugin),
    settings: (plugin) => store.settings(plugin),
    onChanged: () => hooks.onChanged(),
    onDelivery: (channel, request) => hooks.onDelivery(channel, request),
  });
  let watching: PluginWatch | null = null;
  const failed = (err: unknown) => logger.error({ err }, "plugins cannot be watched");
  const reload = (specifier: string) => {
    linkPluginSdk(folder)
      .then(() => host.load({ specifier, optional: true }))
      .catch((err: unknown) => logger.warn({ err, plugin: specifier }, "plugin not loaded"));
  };
  return {
    host,
    store,
    hooks,
    folder,
    async follow(db) {
      for (const plugin of await store.follow(db)) host.refresh(plugin);
    },
    async watch() {
      watching = await watchPlugins(folder, reload, failed);
    },
    async close() {
      watching?.close();
      await host.close();
    },
  };
}
