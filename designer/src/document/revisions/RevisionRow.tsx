/** One revision: number, who, when, why; back to it, or its text as the draft. */
import type { DocumentKind } from "@sluice/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { type RevisionView, revisionQuery } from "../../client/documents.ts";
import { errorText } from "../../ui/error-text.ts";
import { Instant } from "../../ui/Instant.tsx";
import { actorName, cameWithHouse } from "../actor-name.ts";
import type { Frame } from "../frame.ts";
import styles from "./revisions.module.css";
import { useRollback } from "./use-rollback.tsx";

export interface RevisionRowProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly revision: RevisionView;
  /** The number of the newest revision. */
  readonly newest: number;
  readonly shown: boolean;
  readonly onShow: () => void;
}

function useRestore<K extends DocumentKind>(frame: Frame<K>) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  return async (revision: number) => {
    try {
      const { document } = await client.fetchQuery(revisionQuery(frame.kind, frame.documentKey, revision));
      frame.session.replace(document, { key: "editor.commands.restore", values: { revision } });
      void message.success(t("document.revisions.restored", { revision }));
    } catch (error) {
      void message.error(errorText(error, t, i18n.language), 6);
    }
  };
}

export function RevisionRow<K extends DocumentKind>(props: RevisionRowProps<K>) {
  const { frame, revision, newest, shown, onShow } = props;
  const { t } = useTranslation();
  const restore = useRestore(frame);
  const rollback = useRollback(frame);
  const { revision: number, live, comment, author, publishedAt, rollbackOf } = revision;
  const said = cameWithHouse(author) ? t("document.setup.comment") : comment;
  return (
    <li className={styles.row} data-shown={shown}>
      <button type="button" className={styles.show} aria-pressed={shown} onClick={onShow}>
        <span className={styles.number}>
          v{number}
          {live ? <span className={styles.live}>{t("document.revisions.live")}</span> : null}
        </span>
        <span className={styles.comment} title={said}>
          {said || <span className={styles.quiet}>{t("document.revisions.noComment")}</span>}
        </span>
        <span className={styles.by}>
          {actorName(author, t)} · <Instant at={publishedAt} />
          {rollbackOf === null ? null : ` · ${t("document.revisions.rollbackOf", { revision: rollbackOf })}`}
        </span>
      </button>
      <span className={styles.rowActions}>
        {frame.readOnly ? null : (
          <Button size="small" type="text" onClick={() => void restore(number)}>
            {t("document.revisions.restore")}
          </Button>
        )}
        {frame.mayPublish && !live ? (
          <Button size="small" onClick={() => rollback(number, newest + 1)}>
            {t("document.revisions.rollback")}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
