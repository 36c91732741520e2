/**
 * The plugins that come with Sluice. Their declarations are read here, so that none needs a process before it has
 * something to do; their code runs in a child process each, like everybody's.
 */
import { plugin as channelEmail } from "@sluice/plugin-channel-email";
import { plugin as channelPhone } from "@sluice/plugin-channel-phone";
import { plugin as channelWeb } from "@sluice/plugin-channel-web";
import { plugin as erp } from "@sluice/plugin-erp";
import { plugin as http } from "@sluice/plugin-http";
import { plugin as llm } from "@sluice/plugin-llm";
import { plugin as logistics } from "@sluice/plugin-logistics";
import { plugin as notify } from "@sluice/plugin-notify";
import { type Plugin, pluginManifest } from "@sluice/plugin-sdk";
import type { Config } from "../config.ts";
import type { PluginModuleRef } from "../plugin-host/options.ts";

/** How one is set up before an operator says otherwise. */
type Preset = Omit<PluginModuleRef, "specifier" | "manifest">;

const comes = (plugin: Plugin, preset: Preset = {}): PluginModuleRef => ({
  specifier: `@sluice/plugin-${plugin.id}`,
  manifest: pluginManifest(plugin),
  ...preset,
});

/** Channels without a configuration would send into nothing, and a model is asked only where somebody wants it. */
const off: Preset = { enabled: false };

/** Every one of them. */
export const builtInPlugins = ({
  httpAllowHosts,
}: Pick<Config, "httpAllowHosts">): readonly PluginModuleRef[] => [
  comes(http, { config: { allowHosts: httpAllowHosts } }),
  comes(notify),
  comes(erp),
  comes(logistics),
  comes(llm, off),
  comes(channelWeb, off),
  comes(channelEmail, { ...off, memoryMb: 256 }),
  comes(channelPhone, off),
];
