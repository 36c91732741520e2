/**
 * What operators set for plugins: whether each is on, its configuration and its secrets. Kept in memory as well,
 * as every job asks; every change is in the database, and in the audit log, before it counts.
 */
import type { AppContext } from "../context.ts";
import type { PluginSettingsRow } from "../database/entities/plugins.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import {
  listPluginSettings,
  listSecrets,
  removeSecret,
  savePluginSettings,
  saveSecret,
} from "../database/repositories/plugins.ts";
import { AppError } from "../errors.ts";
import { seal, unseal } from "../secrets/seal.ts";

export interface PluginSettings {
  readonly enabled: boolean;
  readonly config: unknown;
}

/** A secret without its text, which nobody is told. */
export interface SecretInfo {
  readonly plugin: string;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
  readonly updatedBy: string;
  /** False when it was sealed with another key and has to be entered again. */
  readonly readable: boolean;
}

type Base = Pick<AppContext, "database" | "wall">;

export interface PluginStore {
  settings(plugin: string): PluginSettings | undefined;
  secrets(plugin: string): Promise<Readonly<Record<string, string>>>;
  listSecrets(): Promise<readonly SecretInfo[]>;
  /** Throws nothing but `database.*`; the plugin gets it with its next job. */
  putSecret(plugin: string, name: string, text: string, actor: string): Promise<void>;
  /** Throws `resource.not-found`. */
  dropSecret(plugin: string, name: string, actor: string): Promise<void>;
  putSettings(plugin: string, settings: PluginSettings, actor: string): Promise<void>;
  /** Reads again what another process may have changed. */
  reload(): Promise<void>;
}

const toSettings = (row: PluginSettingsRow): PluginSettings => ({
  enabled: Number(row.enabled) === 1,
  config: JSON.parse(row.config) as unknown,
});

/** Reads what is stored; `key` seals and opens secrets. */
export async function createPluginStore({ database, wall }: Base, key: Buffer): Promise<PluginStore> {
  const { reader, writer } = database;
  let known = new Map<string, PluginSettings>();
  const place = (plugin: string, name: string) => `${plugin}/${name}`;

  const store: PluginStore = {
    settings: (plugin) => known.get(plugin),
    async secrets(plugin) {
      const rows = await listSecrets(reader, plugin);
      const opened = rows.map(
        ({ name, sealed }) => [name, unseal(key, place(plugin, name), sealed)] as const,
      );
      return Object.fromEntries(opened.flatMap(([name, text]) => (text === null ? [] : [[name, text]])));
    },
    async listSecrets() {
      const rows = await listSecrets(reader);
      return rows.map(({ plugin, name, sealed, updated_at, updated_by }) => ({
        plugin,
        name,
        updatedAt: Number(updated_at),
        updatedBy: updated_by,
        readable: unseal(key, place(plugin, name), sealed) !== null,
      }));
    },
    putSecret: (plugin, name, text, actor) =>
      writer.run(async (tx) => {
        const at = wall.now();
        const sealed = seal(key, place(plugin, name), text);
        await saveSecret(tx, { plugin, name, sealed, updated_at: at, updated_by: actor.slice(0, 191) });
        await appendAudit(tx, { at, actor, action: "secret.set", target: `secret:${place(plugin, name)}` });
      }),
    dropSecret: (plugin, name, actor) =>
      writer.run(async (tx) => {
        const target = `secret:${place(plugin, name)}`;
        if (!(await removeSecret(tx, plugin, name)))
          throw new AppError("resource.not-found", { values: { what: `secret ${place(plugin, name)}` } });
        await appendAudit(tx, { at: wall.now(), actor, action: "secret.delete", target });
      }),
    async putSettings(plugin, settings, actor) {
      const at = wall.now();
      await writer.run(async (tx) => {
        const { enabled, config } = settings;
        const row = { plugin, enabled: Number(enabled), config: JSON.stringify(config), updated_at: at };
        await savePluginSettings(tx, row);
        const [before, target] = [known.get(plugin), `plugin:${plugin}`];
        await appendAudit(tx, { at, actor, action: "plugin.settings", target, before, after: settings });
      });
      await store.reload();
    },
    async reload() {
      const rows = await listPluginSettings(reader);
      known = new Map(rows.map((row) => [row.plugin, toSettings(row)]));
    },
  };
  await store.reload();
  return store;
}
