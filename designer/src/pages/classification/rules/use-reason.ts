/** Why a rule matched or not, in a few words: the words found, or the part that failed. */
import type { ConditionTrace } from "@sluice/schemas";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useVocabulary, useVocabularyNames } from "../../../conditions/vocabulary-context.tsx";
import { failingLeaf, foundLeaves } from "../../../explain/failing-leaf.ts";
import { missText } from "../../../explain/miss-text.ts";
import type { TriedState } from "../try/try-message.ts";

/** Found words that a closed card names. */
const mostWords = 4;

const foundWords = (trace: ConditionTrace): string =>
  [...new Set([...foundLeaves(trace)].flatMap(({ matches = [] }) => matches.map(({ keyword }) => keyword)))]
    .slice(0, mostWords)
    .join(" ");

/** Empty for a rule that took no part, or is not in sight yet. A text, so that a card is drawn again only for another. */
export function useReason(): (state: TriedState | undefined, trace: ConditionTrace | undefined) => string {
  const { t } = useTranslation();
  const names = useVocabularyNames();
  const { segments } = useVocabulary();
  return useCallback(
    (state, trace) => {
      if (trace === undefined) return "";
      if (state === "matched") return foundWords(trace);
      const failing = state === "not-matched" ? failingLeaf(trace) : undefined;
      const segment = (key: string) => segments.find((one) => one.key === key)?.name ?? key;
      return failing ? missText(failing, { t, names, segment }) : "";
    },
    [t, names, segments],
  );
}
