/** Blanks a plugin's stored secrets out of what is told of its jobs, whoever wrote them there. */
import type { PluginHost } from "../plugin-host/plugin-host.ts";
import { createRedactor, type Redactor } from "../plugin-host/redactor.ts";
import type { PluginStore } from "./plugin-store.ts";

type Parts = { readonly host: Pick<PluginHost, "manifests">; readonly store: Pick<PluginStore, "secrets"> };

/** What blanks the secrets of the plugin that offers an action, for as long as one answer takes. */
export function createBlanker({ host, store }: Parts): (action: string | null) => Promise<Redactor> {
  const known = new Map<string, Promise<Redactor>>();

  function pluginOf(action: string): string | undefined {
    const offers = ({ id }: { readonly id: string }) => id === action;
    return host.manifests().find(({ actions, calls }) => actions.some(offers) || calls.some(offers))?.id;
  }

  async function redactorOf(plugin: string | undefined): Promise<Redactor> {
    const redactor = createRedactor();
    if (plugin !== undefined) redactor.learn(Object.values(await store.secrets(plugin)));
    return redactor;
  }

  return (action) => {
    const plugin = action === null ? undefined : pluginOf(action);
    const found = known.get(plugin ?? "") ?? redactorOf(plugin);
    known.set(plugin ?? "", found);
    return found;
  };
}
