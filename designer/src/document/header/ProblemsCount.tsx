/** Errors and warnings at a glance; a click shows them. */
import { CheckCircleOutlined, CloseCircleFilled, WarningFilled } from "@ant-design/icons";
import type { DocumentKind } from "@sluice/schemas";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../document.module.css";
import type { Frame } from "../frame.ts";
import { countBySeverity } from "../severity-count.ts";

export function ProblemsCount<K extends DocumentKind>({ frame }: { frame: Frame<K> }) {
  const { t } = useTranslation();
  const { error, warning } = countBySeverity(frame.findings);
  const clear = error + warning === 0;
  const unknown = clear && frame.lint.status !== "checked";
  const label = unknown
    ? t("document.header.checking")
    : clear
      ? t("document.header.noProblems")
      : t("document.header.problemsDetail", { errors: error, warnings: warning });
  return (
    <Button
      type="text"
      className={styles.problemsCount ?? ""}
      aria-label={label}
      title={label}
      onClick={() => frame.showTab("problems")}
    >
      {clear ? <CheckCircleOutlined aria-hidden className={unknown ? styles.quiet : styles.ok} /> : null}
      {error > 0 ? (
        <span className={styles.error}>
          <CloseCircleFilled aria-hidden /> {error}
        </span>
      ) : null}
      {warning > 0 ? (
        <span className={styles.warning}>
          <WarningFilled aria-hidden /> {warning}
        </span>
      ) : null}
    </Button>
  );
}
