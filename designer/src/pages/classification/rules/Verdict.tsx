/** What the ticket being tried makes of a rule: hit or miss, and why in a few words. */
import {
  CheckCircleFilled,
  CloseCircleOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
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

export function Verdict({ state, reason }: { state: TriedState; reason: string }) {
  const { t } = useTranslation();
  const word = t(`classification.state.${state}`);
  return (
    <span className={styles.verdict} data-state={state} title={reason === "" ? word : `${word} · ${reason}`}>
      {icons[state]}
      <span className={reason === "" ? "" : "visually-hidden"}>{word}</span>
      {reason === "" ? null : <span className={styles.said}>{reason}</span>}
    </span>
  );
}
