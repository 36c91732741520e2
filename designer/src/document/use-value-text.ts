import { useTranslation } from "react-i18next";
import { useVocabulary } from "../conditions/vocabulary-context.tsx";
import { valueText } from "./value-text.ts";

/** Says values in the language and with the vocabulary in force. */
export function useValueText(): (value: unknown) => string {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const language = i18n.language === "en" ? "en" : "zh-CN";
  return (value) => valueText(value, { t, vocabulary, language });
}
