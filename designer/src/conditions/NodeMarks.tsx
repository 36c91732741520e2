/** What stands beside a line: what is wrong with it, and what a test run saw. */
import {
  CheckCircleFilled,
  CloseCircleOutlined,
  ExclamationCircleFilled,
  InfoCircleOutlined,
  QuestionCircleOutlined,
  WarningFilled,
} from "@ant-design/icons";
import type { ConditionTrace } from "@sluice/schemas";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../explain/names.ts";
import { type ConditionFinding, leafOf } from "./condition-notes.ts";
import styles from "./conditions.module.css";
import { seenText } from "./operand-text.ts";
import { useVocabulary } from "./vocabulary-context.tsx";

const severityIcons = {
  error: <ExclamationCircleFilled />,
  warning: <WarningFilled />,
  info: <InfoCircleOutlined />,
} as const;

export function NodeFindings({ findings }: { findings: readonly ConditionFinding[] }) {
  const { i18n } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map(({ path, message, severity }) => (
        <li key={path + message.en} data-severity={severity}>
          {severityIcons[severity]} {inLanguage(message, i18n.language)}
        </li>
      ))}
    </ul>
  );
}

const traceIcons = {
  hit: <CheckCircleFilled />,
  miss: <CloseCircleOutlined />,
  unknown: <QuestionCircleOutlined />,
} as const;

/** Hit, miss or not known, and what the fact was. */
export function TraceMark({ trace }: { trace: ConditionTrace | undefined }) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  if (trace === undefined) return null;
  const state = trace.result === "unknown" ? "unknown" : trace.result ? "hit" : "miss";
  const leaf = leafOf(trace);
  const seen =
    leaf === undefined
      ? undefined
      : leaf.missing
        ? t("conditions.trace.missing")
        : t("conditions.trace.seen", {
            value: seenText(leaf.actual, leaf.fact, {
              vocabulary,
              t,
              language: i18n.language,
              now: Date.now(),
            }),
          });
  return (
    <Tooltip title={seen}>
      <span className={styles.trace} data-state={state}>
        {traceIcons[state]}
        <span>{t(`conditions.trace.${state}`)}</span>
        {seen === undefined ? null : <span className={styles.seen}>{seen}</span>}
      </span>
    </Tooltip>
  );
}
