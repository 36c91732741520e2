/** Undo, redo, and the list of what was done: a click goes to where that was the last thing done. */
import { HistoryOutlined, RedoOutlined, UndoOutlined } from "@ant-design/icons";
import type { DocumentKind } from "@sluice/schemas";
import { Button, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EditSession } from "../../editor/edit-session.ts";
import styles from "../document.module.css";
import { textOf } from "../text-of.ts";
import { useEditState } from "../use-open-document.ts";

export function HistoryButtons<K extends DocumentKind>({ session }: { session: EditSession<K> }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { entries, position } = useEditState(session).history;
  const last = entries[position - 1];
  const next = entries[position];
  const undoName = last ? t("document.header.undoNamed", { name: textOf(t, last.label) }) : undefined;
  const redoName = next ? t("document.header.redoNamed", { name: textOf(t, next.label) }) : undefined;
  return (
    <span className={styles.historyButtons}>
      <Button
        type="text"
        icon={<UndoOutlined aria-hidden />}
        aria-label={t("document.header.undo")}
        title={undoName ?? t("document.header.undo")}
        disabled={!last}
        onClick={session.undo}
      />
      <Button
        type="text"
        icon={<RedoOutlined aria-hidden />}
        aria-label={t("document.header.redo")}
        title={redoName ?? t("document.header.redo")}
        disabled={!next}
        onClick={session.redo}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomRight"
        arrow={false}
        content={<HistoryList session={session} />}
      >
        <Button
          type="text"
          icon={<HistoryOutlined aria-hidden />}
          aria-label={t("document.header.history")}
          title={t("document.header.history")}
          aria-expanded={open}
        />
      </Popover>
    </span>
  );
}

function HistoryList<K extends DocumentKind>({ session }: { session: EditSession<K> }) {
  const { t } = useTranslation();
  const { entries, position } = useEditState(session).history;
  if (entries.length === 0) return <p className={styles.historyNone}>{t("document.header.historyNone")}</p>;
  const places = [
    { at: 0, text: t("document.header.historyStart") },
    ...entries.map((entry, index) => ({ at: index + 1, text: textOf(t, entry.label) })),
  ].reverse();
  return (
    <ol className={styles.history} aria-label={t("document.header.history")}>
      {places.map(({ at, text }) => (
        <li key={at}>
          <button
            type="button"
            data-undone={at > position}
            aria-current={at === position ? "step" : undefined}
            onClick={() => session.goTo(at)}
          >
            {text}
          </button>
        </li>
      ))}
    </ol>
  );
}
