/** Publishing: what is drawn is stored first, then that very draft becomes live; afterwards the way back is at hand. */
import type { DocumentKind } from "@sluice/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApplyTo, publishDraft } from "../../client/documents.ts";
import { ApiError, isConflict } from "../../client/errors.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { errorText } from "../../ui/error-text.ts";
import type { Frame } from "../frame.ts";
import { publishedNoticeKey, useRollback } from "../revisions/use-rollback.tsx";
import styles from "./publish.module.css";

interface Order {
  readonly comment: string;
  readonly apply: ApplyTo;
}

export interface Publishing {
  readonly publish: (order: Order) => Promise<void>;
  readonly busy: boolean;
  /** Why it was refused, to be shown in the dialog. */
  readonly refusal: ReactNode;
}

export function usePublish<K extends DocumentKind>(frame: Frame<K>, onDone: () => void): Publishing {
  const { t, i18n } = useTranslation();
  const { notification, message } = App.useApp();
  const client = useQueryClient();
  const rollback = useRollback(frame);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { kind, documentKey, sync, standing } = frame;
  const before = standing?.liveRevision ?? null;

  function tell(revision: number): void {
    const close = publishedNoticeKey(kind, documentKey);
    const undo = () => {
      notification.destroy(close);
      if (before !== null) rollback(before, revision + 1);
    };
    notification.success({
      key: close,
      title: t("document.publish.done", { revision }),
      duration: 12,
      placement: "bottomRight",
      ...(before === null
        ? {}
        : { actions: <Button onClick={undo}>{t("document.publish.undo", { revision: before })}</Button> }),
    });
  }

  async function publish(order: Order): Promise<void> {
    setBusy(true);
    setFault(null);
    try {
      if (!(await sync.flush())) {
        setFault("unsaved");
        return;
      }
      const { revision, changed } = await publishDraft(kind, documentKey, { ...order, ifMatch: sync.etag() });
      void client.invalidateQueries({ queryKey: queryKeys.documents });
      onDone();
      if (changed) tell(revision);
      else void message.info(t("document.publish.unchanged", { revision }));
    } catch (error) {
      setFault(error);
      if (isConflict(error)) void sync.look();
    } finally {
      setBusy(false);
    }
  }

  const refusal = fault === null ? null : <Fault fault={fault} language={i18n.language} />;
  return { publish, busy, refusal };
}

function Fault({ fault, language }: { fault: unknown; language: string }) {
  const { t } = useTranslation();
  if (fault === "unsaved" || isConflict(fault))
    return <Alert type="error" showIcon title={t("document.publish.unsaved")} />;
  const errors = fault instanceof ApiError ? fault.errors : [];
  return (
    <Alert
      type="error"
      showIcon
      title={errors.length > 0 ? t("document.publish.refusedHere") : errorText(fault, t, language)}
      description={
        errors.length === 0 ? null : (
          <ul className={styles.findings}>
            {errors.map(({ path, message, details }) => (
              <li key={`${path} ${message}`}>
                <code>{path}</code> {message}
                {details ? (
                  <details>
                    <summary>{t("document.publish.refusedDetails")}</summary>
                    <pre className={styles.details}>{JSON.stringify(details, null, 2)}</pre>
                  </details>
                ) : null}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
