/** In development: a saved file reloads its plugin, and a new folder loads one, without restarting the server. */
import { type FSWatcher, watch } from "node:fs";
import { mkdir } from "node:fs/promises";
import { resolve, sep } from "node:path";

export interface PluginWatch {
  close(): void;
}

/** An editor writes a file in several steps; a reload waits until it has been quiet for so long, in milliseconds. */
const quietMs = 150;

/**
 * Watches `folder`, made if it is not there; `onChange` gets the plugin's whole path once what was saved is complete.
 * Its own failures go to `onError`.
 */
export async function watchPlugins(
  folder: string,
  onChange: (pluginFolder: string) => void,
  onError: (error: unknown) => void,
): Promise<PluginWatch> {
  await mkdir(folder, { recursive: true });
  const waiting = new Map<string, NodeJS.Timeout>();
  const changed = (name: string) => {
    clearTimeout(waiting.get(name));
    const fire = () => {
      waiting.delete(name);
      onChange(resolve(folder, name));
    };
    waiting.set(name, setTimeout(fire, quietMs));
  };
  const watcher: FSWatcher = watch(folder, { recursive: true }, (_event, path) => {
    const parts = path?.split(sep) ?? [];
    const [name] = parts;
    if (name !== undefined && !parts.includes("node_modules")) changed(name);
  });
  watcher.on("error", onError);
  return {
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      watcher.close();
    },
  };
}
