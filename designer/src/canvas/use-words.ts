/** The words of cards, from the vocabulary in force and the names of the documents that nodes refer to. */
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../client/documents.ts";
import { conditionSentence } from "../conditions/condition-sentence.ts";
import { namesOf, withFacts } from "../conditions/vocabulary.ts";
import { useVocabulary } from "../conditions/vocabulary-context.tsx";
import type { WorkflowDocument } from "../editor/workflow/model.ts";
import type { WordsContext } from "../nodes/words.ts";
import { variableFacts } from "./variable-facts.ts";

const referred = ["classification", "sla", "routing", "calendar", "workflow"] as const;

type Variables = WorkflowDocument["spec"]["variables"];

/** The vocabulary with the workflow's own variables. */
export function useWorkflowVocabulary(variables: Variables) {
  const vocabulary = useVocabulary();
  return useMemo(() => withFacts(vocabulary, variableFacts(variables ?? {})), [vocabulary, variables]);
}

export function useWords(vocabulary: ReturnType<typeof useWorkflowVocabulary>): WordsContext {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const names = useQueries({
    queries: referred.map((kind) => documentsQuery(kind)),
    combine: (results) =>
      JSON.stringify(results.map(({ data }) => (data ?? []).map(({ key, name }) => [key, name]))),
  });
  return useMemo(() => {
    const lists = (JSON.parse(names) as [string, string][][]).map((list) => new Map(list));
    return {
      t,
      language,
      names: namesOf(vocabulary, t, language),
      catalog: vocabulary.catalog,
      condition: (when) => conditionSentence(when, vocabulary, language),
      document: (kind, key) => lists[referred.indexOf(kind)]?.get(key) || key,
    };
  }, [names, vocabulary, t, language]);
}
