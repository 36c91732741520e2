/** What is open, how it stands, and what may be done: name, revision, save state; undo, try-it, publish. */
import { PlayCircleOutlined } from "@ant-design/icons";
import type { DocumentKind } from "@sluice/schemas";
import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../document.module.css";
import type { Frame } from "../frame.ts";
import { HistoryButtons } from "./HistoryButtons.tsx";
import { MoreMenu } from "./MoreMenu.tsx";
import { NameField } from "./NameField.tsx";
import { ProblemsCount } from "./ProblemsCount.tsx";
import { RevisionChip } from "./RevisionChip.tsx";
import { SaveMark } from "./SaveMark.tsx";

export interface DocumentHeaderProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly onConflict: () => void;
}

export function DocumentHeader<K extends DocumentKind>({ frame, onConflict }: DocumentHeaderProps<K>) {
  const { t } = useTranslation();
  return (
    <header className={styles.head}>
      <div className={styles.headline}>
        <NameField frame={frame} />
        <div className={styles.meta}>
          <code className={styles.key}>{frame.documentKey}</code>
          <RevisionChip frame={frame} />
          {frame.readOnly ? (
            <Tooltip title={t("document.header.readOnlyHelp")}>
              <span className={styles.readOnly}>{t("document.header.readOnly")}</span>
            </Tooltip>
          ) : (
            <SaveMark frame={frame} onConflict={onConflict} />
          )}
        </div>
      </div>
      <div className={styles.actions} role="toolbar" aria-label={t("document.header.toolbar")}>
        <ProblemsCount frame={frame} />
        {frame.readOnly ? null : <HistoryButtons session={frame.session} />}
        {frame.trial ? (
          <Button icon={<PlayCircleOutlined aria-hidden />} onClick={() => frame.showTab("trial")}>
            {frame.trialLabel}
          </Button>
        ) : null}
        {frame.mayPublish ? (
          <Button type="primary" onClick={frame.openPublish}>
            {t("document.header.publish")}
          </Button>
        ) : null}
        <MoreMenu frame={frame} />
      </div>
    </header>
  );
}
