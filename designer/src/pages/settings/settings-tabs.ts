/** The parts of the settings, who sees them and who changes them. */
import { mayPublish } from "../../client/session.ts";
import type { Me } from "../../client/types.ts";

export const settingsTabs = [
  "fields",
  "categories",
  "shops",
  "channels",
  "workspace",
  "users",
  "keys",
  "audit",
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

const adminTabs: readonly SettingsTab[] = ["users", "keys", "audit"];

/** What the person may do with a part: the api's roles, said beforehand. */
export function accessTo(tab: SettingsTab, me: Me | null | undefined): "none" | "read" | "write" {
  if (adminTabs.includes(tab)) return me?.role === "admin" ? "write" : "none";
  return mayPublish(me) ? "write" : "read";
}

/** The tabs that the person can open. */
export const tabsFor = (me: Me | null | undefined): readonly SettingsTab[] =>
  settingsTabs.filter((tab) => accessTo(tab, me) !== "none");

/** The tab that an address names. */
export const parseTab = (text: string | undefined): SettingsTab | undefined =>
  settingsTabs.find((tab) => tab === text);
