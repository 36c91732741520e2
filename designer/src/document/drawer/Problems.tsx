/** What lint found: how grave, what, where; a click shows the place, a fix is one command. */
import { CloseCircleFilled, InfoCircleFilled, WarningFilled } from "@ant-design/icons";
import { type DocumentKind, type Finding, type Severity, severities } from "@sluice/schemas";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "../document.module.css";
import { fixCommand } from "../envelope-commands.ts";
import type { Frame } from "../frame.ts";
import { labelIn } from "../text-of.ts";

const icons: Record<Severity, ReactNode> = {
  error: <CloseCircleFilled aria-hidden className={styles.error} />,
  warning: <WarningFilled aria-hidden className={styles.warning} />,
  info: <InfoCircleFilled aria-hidden className={styles.quiet} />,
};

/** The gravest first, in the order of the document otherwise. */
const byWeight = (findings: readonly Finding[]): readonly Finding[] =>
  severities.flatMap((severity) => findings.filter((item) => item.severity === severity));

export function Problems<K extends DocumentKind>({ frame }: { frame: Frame<K> }) {
  const { t } = useTranslation();
  const { findings, lint } = frame;
  if (lint.status === "failed") {
    return (
      <p
        className={styles.note}
      >{`${t("document.problems.failed")}. ${t("document.problems.failedText")}`}</p>
    );
  }
  if (findings.length === 0) {
    return lint.status === "checking" ? (
      <p className={styles.note}>{t("document.problems.checking")}</p>
    ) : (
      <p className={styles.note}>
        <strong>{t("document.problems.none")}</strong> {t("document.problems.noneText")}
      </p>
    );
  }
  return (
    <ul className={styles.problems} aria-label={t("document.drawer.problems")}>
      {byWeight(findings).map((finding) => (
        <ProblemRow
          key={`${finding.path} ${finding.code} ${finding.message.en}`}
          frame={frame}
          finding={finding}
        />
      ))}
    </ul>
  );
}

function ProblemRow<K extends DocumentKind>({ frame, finding }: { frame: Frame<K>; finding: Finding }) {
  const { t, i18n } = useTranslation();
  const { fix, path, severity } = finding;
  return (
    <li>
      <button type="button" className={styles.problem} onClick={() => frame.ask(path)}>
        <span className={styles.severity}>
          {icons[severity]} {t(`document.problems.severity.${severity}`)}
        </span>
        <span>{labelIn(finding.message, i18n.language)}</span>
        <span className={styles.place}>{frame.placeName(frame.document, path)}</span>
      </button>
      {fix && !frame.readOnly ? (
        <Button size="small" onClick={() => frame.execute(fixCommand(fix, i18n.language))}>
          {labelIn(fix.label, i18n.language)}
        </Button>
      ) : null}
    </li>
  );
}
