/** i18next with both languages; keys are checked against the Chinese texts at compile time. */
import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../app/preferences.ts";
import { en } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

const settings = (language: Language) => ({
  lng: language,
  fallbackLng: "zh-CN",
  resources: { "zh-CN": { translation: zhCN }, en: { translation: en } },
  // React escapes; a second escaping would show `&amp;`.
  interpolation: { escapeValue: false },
  showSupportNotice: false,
  initAsync: false,
});

/** Sets the language up for the app; call once, before the first render. */
export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init(settings(language));
  document.documentElement.lang = language;
}

/** Changes the language of the whole app. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** A language on its own, for what runs outside the app (tests, exports). */
export function languageInstance(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.init(settings(language));
  return instance;
}
