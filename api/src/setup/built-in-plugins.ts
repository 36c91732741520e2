/** The plugins that come with Sluice, each in a child process of its own. */
import { createPluginHost, type PluginHost, type PluginHostLogger } from "../plugin-host/plugin-host.ts";

const silent: PluginHostLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Private hosts that the HTTP action may call although it refuses private addresses, named by the operator. */
const allowedHosts = (): readonly string[] =>
  (process.env.SLUICE_HTTP_ALLOW_HOSTS ?? "").split(",").flatMap((host) => host.trim() || []);

/** Starts them; resolves when each is ready or has said why not. */
export const startBuiltInPlugins = (logger: PluginHostLogger = silent): Promise<PluginHost> =>
  createPluginHost({
    plugins: [{ specifier: "@sluice/plugin-http", config: { allowHosts: allowedHosts() } }],
    logger,
    baseDir: import.meta.dirname,
  });
