/** What publishing would mean, and the one click that does it. */
import type { DocumentKind } from "@sluice/schemas";
import { Button, Input, Modal } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApplyTo } from "../../client/documents.ts";
import { ChangeList } from "../ChangeList.tsx";
import { changeLines } from "../change-lines.ts";
import type { Frame } from "../frame.ts";
import { useFirstField } from "../use-first-field.ts";
import { BacktestSection } from "./BacktestSection.tsx";
import { FindingsSection } from "./FindingsSection.tsx";
import { ImpactSection } from "./ImpactSection.tsx";
import styles from "./publish.module.css";
import { usePublish } from "./use-publish.tsx";

export interface PublishDialogProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly onClose: () => void;
}

export function PublishDialog<K extends DocumentKind>({ frame, onClose }: PublishDialogProps<K>) {
  const { t } = useTranslation();
  const [comment, setComment] = useState("");
  const [apply, setApply] = useState<ApplyTo>("new");
  const first = useFirstField<TextAreaRef>();
  const { publish, busy, refusal } = usePublish(frame, onClose);
  const { document, publishExtras: Extras, changed } = frame;
  const blocked = frame.findings.some(({ severity }) => severity === "error");
  const possible = changed && !blocked;
  const send = () => {
    if (possible && !busy) void publish({ comment: comment.trim(), apply });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter") return;
    event.preventDefault();
    send();
  };
  return (
    <Modal
      open
      afterOpenChange={first.afterOpenChange}
      width={720}
      title={t("document.publish.title", { name: document.name })}
      onCancel={onClose}
      footer={
        <Button type="primary" disabled={!possible} loading={busy} onClick={send}>
          {t("document.publish.ok")}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter publishes from anywhere in the dialog */}
      <div className={styles.body} onKeyDown={onKeyDown}>
        {refusal}
        <FindingsSection frame={frame} onClose={onClose} />
        {changed ? null : <p>{t("document.publish.noChanges")}</p>}
        <Input.TextArea
          ref={first.ref}
          aria-label={t("document.publish.comment")}
          placeholder={t("document.publish.commentPlaceholder")}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={2_000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        {changed ? <ChangesSection frame={frame} /> : null}
        {possible ? <ImpactSection frame={frame} apply={apply} setApply={setApply} /> : null}
        {possible && Extras ? <Extras document={document} apply={apply} setApply={setApply} /> : null}
        {possible && frame.kind === "classification" ? <BacktestSection frame={frame} /> : null}
      </div>
    </Modal>
  );
}

function ChangesSection<K extends DocumentKind>({ frame }: { frame: Frame<K> }) {
  const { t } = useTranslation();
  const { standing, document, placeName } = frame;
  const live = standing?.live ?? null;
  const lines = useMemo(() => changeLines(live, document, placeName), [live, document, placeName]);
  if (live === null) return <p>{t("document.publish.first")}</p>;
  return (
    <section aria-label={t("document.publish.changes")}>
      <h3>
        {t("document.publish.changes")}{" "}
        <small>{t("document.revisions.changes", { count: lines.length })}</small>
      </h3>
      <ChangeList lines={lines} label={t("document.publish.changes")} first={6} />
    </section>
  );
}
