/** What a person has chosen for this browser: language, theme, rail. Kept in local storage, shared by all tabs. */
import { useSyncExternalStore } from "react";

export type Language = "zh-CN" | "en";
export type ThemeChoice = "light" | "dark";

export interface Preferences {
  readonly language: Language;
  /** `null` follows the system. */
  readonly theme: ThemeChoice | null;
  readonly railCollapsed: boolean;
}

const storageKey = "sluice.preferences";
const defaults: Preferences = { language: "zh-CN", theme: null, railCollapsed: false };

/** Reads stored text; anything that does not fit falls back, value by value. */
export function parsePreferences(text: string | null): Preferences {
  let stored: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    stored = JSON.parse(text ?? "{}") ?? {};
  } catch {
    // Somebody else's text under our key: the defaults stand.
  }
  const { language, theme, railCollapsed } = stored;
  return {
    language: language === "en" || language === "zh-CN" ? language : defaults.language,
    theme: theme === "light" || theme === "dark" ? theme : defaults.theme,
    railCollapsed: railCollapsed === true,
  };
}

const read = (): string | null => {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
    return null;
  }
};

let current = parsePreferences(globalThis.localStorage === undefined ? null : read());
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== storageKey) return;
    current = parsePreferences(event.newValue);
    listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}

/** The choices now, outside React. */
export const getPreferences = (): Preferences => current;

/** Changes some choices and keeps them. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // As above: not kept, but in force.
  }
  for (const listener of listeners) listener();
}

/** The choices, re-rendering on change. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, getPreferences);
