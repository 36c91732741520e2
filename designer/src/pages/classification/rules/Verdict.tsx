/** What the ticket being tried makes of a rule: hit with the words found, or miss with the part that failed. */
import {
  CheckCircleFilled,
  CloseCircleOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
} from "@ant-design/icons";
import type { ConditionTrace } from "@sluice/schemas";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useVocabulary, useVocabularyNames } from "../../../conditions/vocabulary-context.tsx";
import { failingLeaf, foundLeaves } from "../../../explain/failing-leaf.ts";
import { missText } from "../../../explain/miss-text.ts";
import type { TriedState } from "../try/try-message.ts";
import styles from "./card.module.css";

const icons: Readonly<Record<TriedState, ReactNode>> = {
  matched: <CheckCircleFilled aria-hidden />,
  "not-matched": <CloseCircleOutlined aria-hidden />,
  unknown: <QuestionCircleOutlined aria-hidden />,
  disabled: <MinusCircleOutlined aria-hidden />,
  inactive: <MinusCircleOutlined aria-hidden />,
  "not-reached": <MinusCircleOutlined aria-hidden />,
};

const foundWords = (trace: ConditionTrace): string =>
  [...new Set([...foundLeaves(trace)].flatMap((leaf) => (leaf.matches ?? []).map(({ keyword }) => keyword)))]
    .slice(0, 4)
    .join(" ");

export function Verdict({ state, trace }: { state: TriedState; trace: ConditionTrace | undefined }) {
  const { t } = useTranslation();
  const names = useVocabularyNames();
  const { segments } = useVocabulary();
  const failing = state === "not-matched" && trace ? failingLeaf(trace) : undefined;
  const said = failing
    ? missText(failing, {
        t,
        names,
        segment: (key) => segments.find((one) => one.key === key)?.name ?? key,
      })
    : state === "matched" && trace
      ? foundWords(trace)
      : "";
  const word = t(`classification.state.${state}`);
  return (
    <span className={styles.verdict} data-state={state} title={said === "" ? word : `${word} · ${said}`}>
      {icons[state]}
      <span className={said === "" ? "" : "visually-hidden"}>{word}</span>
      {said === "" ? null : <span className={styles.said}>{said}</span>}
    </span>
  );
}
