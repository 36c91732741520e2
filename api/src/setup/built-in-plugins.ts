/** The plugins that come with Sluice, each in a child process of its own. */
import type { Config } from "../config.ts";
import { createPluginHost, type PluginHost, type PluginHostLogger } from "../plugin-host/plugin-host.ts";

const silent: PluginHostLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Starts them; resolves when each is ready or has said why not. */
export const startBuiltInPlugins = (
  { httpAllowHosts }: Pick<Config, "httpAllowHosts">,
  logger: PluginHostLogger = silent,
): Promise<PluginHost> =>
  createPluginHost({
    plugins: [{ specifier: "@sluice/plugin-http", config: { allowHosts: httpAllowHosts } }],
    logger,
    baseDir: import.meta.dirname,
  });
