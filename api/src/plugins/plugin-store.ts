/**
 * What operators set for plugins: whether each is on, its configuration and its secrets. Kept in memory as well,
 * as every job asks; every change is in the database, and in the audit log, before it counts.
 */
import type { AppContext } from "../context.ts";
import type { Queryable } from "../database/database.ts";
import type { PluginSecretRow, PluginSettingsRow } from "../database/entities/plugins.ts";
import { appendAudit } from "../database/repositories/audit.ts";
import {
  listPluginSettings,
  listSecrets,
  removeSecret,
  savePluginSettings,
  saveSecret,
} from "../database/repositories/plugins.ts";
import { noteHouseChange } from "../database/turn.ts";
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
  /** Reads again what other processes may have changed; answers the plugins whose settings or secrets are others. */
  follow(db: Queryable): Promise<readonly string[]>;
}

const toSettings = (row: PluginSettingsRow): PluginSettings => ({
  enabled: Number(row.enabled) === 1,
  config: JSON.parse(row.config) as unknown,
});

/** What tells one state of a plugin's settings and secrets from another; the sealed text is another each time. */
function stampsOf(
  settings: readonly PluginSettingsRow[],
  secrets: readonly PluginSecretRow[],
): Map<string, string> {
  const stamps = new Map<string, string>();
  const add = (plugin: string, part: string) => stamps.set(plugin, `${stamps.get(plugin) ?? ""}\n${part}`);
  for (const { plugin, enabled, config } of settings) add(plugin, `${Number(enabled)} ${config}`);
  for (const { plugin, name, sealed } of secrets) add(plugin, `${name} ${sealed}`);
  return stamps;
}

/** Reads what is stored; `key` seals and opens secrets. */
export async function createPluginStore({ database, wall }: Base, key: Buffer): Promise<PluginStore> {
  const { reader, writer } = database;
  let known = new Map<string, PluginSettings>();
  let stamps = new Map<string, string>();
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
    async putSecret(plugin, name, text, actor) {
      await writer.run(async (tx) => {
        const at = wall.now();
        const sealed = seal(key, place(plugin, name), text);
        await noteHouseChange(tx);
        await saveSecret(tx, { plugin, name, sealed, updated_at: at, updated_by: actor.slice(0, 191) });
        await appendAudit(tx, { at, actor, action: "secret.set", target: `secret:${place(plugin, name)}` });
      });
      await store.follow(reader);
    },
    async dropSecret(plugin, name, actor) {
      await writer.run(async (tx) => {
        const target = `secret:${place(plugin, name)}`;
        await noteHouseChange(tx);
        if (!(await removeSecret(tx, plugin, name)))
          throw new AppError("resource.not-found", { values: { what: `secret ${place(plugin, name)}` } });
        await appendAudit(tx, { at: wall.now(), actor, action: "secret.delete", target });
      });
      await store.follow(reader);
    },
    async putSettings(plugin, settings, actor) {
      const at = wall.now();
      await writer.run(async (tx) => {
        const { enabled, config } = settings;
        await noteHouseChange(tx);
        const row = { plugin, enabled: Number(enabled), config: JSON.stringify(config), updated_at: at };
        await savePluginSettings(tx, row);
        const [before, target] = [known.get(plugin), `plugin:${plugin}`];
        await appendAudit(tx, { at, actor, action: "plugin.settings", target, before, after: settings });
      });
      await store.follow(reader);
    },
    async follow(db) {
      const rows = await listPluginSettings(db);
      const next = stampsOf(rows, await listSecrets(db));
      const changed = [...new Set([...stamps.keys(), ...next.keys()])].filter(
        (plugin) => stamps.get(plugin) !== next.get(plugin),
      );
      known = new Map(rows.map((row) => [row.plugin, toSettings(row)]));
      stamps = next;
      return changed;
    },
  };
  await store.follow(reader);
  return store;
}
