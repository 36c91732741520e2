/** Plugins' sealed secrets and settings. */
import { upsertRows } from "../bulk.ts";
import type { Queryable, Transaction } from "../database.ts";
import type { PluginSecretRow, PluginSettingsRow } from "../entities/plugins.ts";

export const listSecrets = (db: Queryable, plugin?: string): Promise<PluginSecretRow[]> =>
  plugin === undefined
    ? db.query<PluginSecretRow[]>("SELECT * FROM plugin_secrets ORDER BY plugin, name")
    : db.query<PluginSecretRow[]>("SELECT * FROM plugin_secrets WHERE plugin = ? ORDER BY name", [plugin]);

export async function saveSecret(tx: Transaction, row: PluginSecretRow): Promise<void> {
  const columns = ["plugin", "name", "sealed", "updated_at", "updated_by"] as const;
  await upsertRows(tx, "plugin_secrets", columns, [row], ["plugin", "name"]);
}

/** True when there was one. */
export async function removeSecret(tx: Transaction, plugin: string, name: string): Promise<boolean> {
  const where = "WHERE plugin = ? AND name = ?";
  const found = await tx.query<unknown[]>(`SELECT name FROM plugin_secrets ${where}`, [plugin, name]);
  await tx.query(`DELETE FROM plugin_secrets ${where}`, [plugin, name]);
  return found.length > 0;
}

export const listPluginSettings = (db: Queryable): Promise<PluginSettingsRow[]> =>
  db.query<PluginSettingsRow[]>("SELECT * FROM plugin_settings ORDER BY plugin");

export async function savePluginSettings(tx: Transaction, row: PluginSettingsRow): Promise<void> {
  const columns = ["plugin", "enabled", "config", "updated_at"] as const;
  await upsertRows(tx, "plugin_settings", columns, [row], ["plugin"]);
}
