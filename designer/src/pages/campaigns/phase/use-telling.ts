import { useTranslation } from "react-i18next";
import { useVocabulary, useVocabularyNames } from "../../../conditions/vocabulary-context.tsx";
import type { Telling } from "./sentences.ts";

/** What sentences about rules and routes need. */
export function useTelling(): Telling {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language, vocabulary: useVocabulary(), names: useVocabularyNames() };
}
