/** Changing the language: the texts, the document and the kept choice together. */
import { changeLanguage } from "../messages/language.ts";
import { getPreferences, type Language, setPreferences } from "./preferences.ts";

/** Puts the app into a language and keeps the choice. */
export function chooseLanguage(language: Language): void {
  setPreferences({ language });
  void changeLanguage(language);
}

/** From Chinese to English and back. */
export const toggleLanguage = (): void => chooseLanguage(getPreferences().language === "en" ? "zh-CN" : "en");
