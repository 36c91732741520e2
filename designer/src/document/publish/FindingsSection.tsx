/** What stands in the way of publishing, and what merely deserves a look. */
import type { DocumentKind, Finding } from "@sluice/schemas";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Frame } from "../frame.ts";
import { labelIn } from "../text-of.ts";
import styles from "./publish.module.css";

const most = 20;

export interface FindingsSectionProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly onClose: () => void;
}

export function FindingsSection<K extends DocumentKind>({ frame, onClose }: FindingsSectionProps<K>) {
  const { t } = useTranslation();
  const errors = frame.findings.filter(({ severity }) => severity === "error");
  const warnings = frame.findings.filter(({ severity }) => severity === "warning");
  const goTo = (path: string) => {
    onClose();
    frame.showTab("problems");
    frame.ask(path);
  };
  return (
    <>
      {errors.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={
            <>
              <strong>{t("document.publish.blocked", { count: errors.length })}</strong>
              <FindingLinks frame={frame} findings={errors} onGoTo={goTo} />
            </>
          }
        />
      ) : null}
      {warnings.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              <strong>{t("document.publish.warnings", { count: warnings.length })}</strong>
              <FindingLinks frame={frame} findings={warnings} onGoTo={goTo} />
            </>
          }
        />
      ) : null}
    </>
  );
}

interface FindingLinksProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly findings: readonly Finding[];
  readonly onGoTo: (path: string) => void;
}

function FindingLinks<K extends DocumentKind>({ frame, findings, onGoTo }: FindingLinksProps<K>) {
  const { t, i18n } = useTranslation();
  const more = findings.length - most;
  return (
    <ul className={styles.findings}>
      {findings.slice(0, most).map(({ path, code, message }) => (
        <li key={`${path} ${code} ${message.en}`}>
          {labelIn(message, i18n.language)}{" "}
          <button type="button" onClick={() => onGoTo(path)}>
            {frame.placeName(frame.document, path)}
          </button>
        </li>
      ))}
      {more > 0 ? <li>{t("document.change.more", { count: more })}</li> : null}
    </ul>
  );
}
