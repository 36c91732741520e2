/** Making an old revision live again, after saying what happens. */
import type { DocumentKind } from "@sluice/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { rollbackTo } from "../../client/documents.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { errorText } from "../../ui/error-text.ts";
import styles from "../document.module.css";
import type { Frame } from "../frame.ts";

/** The notice that tells of a publish and offers the way back. */
export const publishedNoticeKey = (kind: DocumentKind, key: string): string => `published-${kind}-${key}`;

/** Answers a function that asks and rolls back; `next` is the number the new revision will have. */
export function useRollback<K extends DocumentKind>(
  frame: Frame<K>,
): (revision: number, next: number) => void {
  const { t, i18n } = useTranslation();
  const { modal, message, notification } = App.useApp();
  const client = useQueryClient();
  const { kind, documentKey, standing, changed, sync, onRolledBack } = frame;
  const carryOut = async (revision: number) => {
    try {
      const comment = t("document.revisions.rollbackComment", { revision });
      const published = await rollbackTo(kind, documentKey, revision, comment);
      // What it says of a revision that is not live any more would mislead.
      notification.destroy(publishedNoticeKey(kind, documentKey));
      const told = t("document.revisions.rolledBack", { revision: published.revision });
      const left = standing?.liveRevision ?? null;
      if (onRolledBack && left !== null) onRolledBack({ left, revision: published.revision, told });
      else void message.success(told, 5);
    } catch (error) {
      void message.error(errorText(error, t, i18n.language), 6);
    }
    await client.invalidateQueries({ queryKey: queryKeys.documents });
    // A draft that said what was live follows; unfinished work stays.
    await sync.look();
  };
  return (revision, next) => {
    modal.confirm({
      title: t("document.revisions.rollbackTitle", { revision }),
      content: (
        <div className={styles.consequences}>
          <p>
            {t("document.revisions.rollbackText", { revision, next, live: standing?.liveRevision ?? "" })}
          </p>
          {changed ? <p>{t("document.revisions.rollbackDraft")}</p> : null}
          {kind === "workflow" ? <p>{t("document.revisions.rollbackRuns")}</p> : null}
        </div>
      ),
      okText: t("document.revisions.rollbackOk", { revision }),
      onOk: () => carryOut(revision),
    });
  };
}
