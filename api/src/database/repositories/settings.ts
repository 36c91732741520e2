/** The house's settings: one JSON value per part. */
import type { Settings } from "@sluice/schemas";
import { upsertRows } from "../bulk.ts";
import type { Queryable, Transaction } from "../database.ts";
import type { ValueRow } from "../entities/house.ts";
import { noteHouseChange } from "../turn.ts";

/** What a new house starts with. */
const defaultSettings: Settings = {
  workspace: { name: "Sluice", timezone: "Asia/Shanghai", closedFinalDays: 14 },
  fields: [],
  categories: [],
  channels: [],
  shops: [],
};

export type SettingsPart = keyof Settings;

/** Every part, with the default for those never set. */
export async function loadSettings(db: Queryable): Promise<Settings> {
  const rows = await db.query<ValueRow[]>("SELECT * FROM settings");
  const stored = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value)]));
  const parts = Object.entries(defaultSettings).map(([part, value]) => [part, stored[part] ?? value]);
  return Object.fromEntries(parts) as Settings;
}

export async function loadSetting<P extends SettingsPart>(db: Queryable, part: P): Promise<Settings[P]> {
  const [row] = await db.query<ValueRow[]>(`SELECT * FROM settings WHERE "key" = ?`, [part]);
  return row === undefined ? defaultSettings[part] : (JSON.parse(row.value) as Settings[P]);
}

export async function saveSetting<P extends SettingsPart>(
  tx: Transaction,
  part: P,
  value: Settings[P],
): Promise<void> {
  await upsertRows(tx, "settings", ["key", "value"], [{ key: part, value: JSON.stringify(value) }], ["key"]);
  await noteHouseChange(tx);
}
