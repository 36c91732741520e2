/** Fetches the editor's parts, its own texts first: it reads them once, while it starts. */
import { getPreferences } from "../app/preferences.ts";

async function loadTexts(): Promise<void> {
  if (getPreferences().language === "zh-CN") await import("monaco-editor/nls/lang/zh-cn.js");
}

/** The editor for one text. After a change of language its own menus follow at the next load of the page. */
export async function loadJsonPane() {
  await loadTexts();
  return { default: (await import("./JsonPane.tsx")).JsonPane };
}

/** The editor that compares two. */
export async function loadDiffPane() {
  await loadTexts();
  return { default: (await import("./DiffPane.tsx")).DiffPane };
}
