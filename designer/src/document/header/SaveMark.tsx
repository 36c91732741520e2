/** Whether everything is stored; in words, since colour alone says nothing. */
import { CheckOutlined, CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from "@ant-design/icons";
import type { DocumentKind } from "@sluice/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isUnauthenticated } from "../../client/errors.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { formatTime } from "../../format/instant.ts";
import { errorText } from "../../ui/error-text.ts";
import { useZone } from "../../ui/Instant.tsx";
import styles from "../document.module.css";
import type { SyncState } from "../draft-sync.ts";
import type { Frame } from "../frame.ts";
import { useSyncState } from "../use-open-document.ts";

const icons: Record<SyncState<unknown>["status"], ReactNode> = {
  saved: <CheckOutlined aria-hidden />,
  waiting: <CloudSyncOutlined aria-hidden />,
  saving: <CloudSyncOutlined aria-hidden />,
  offline: <DisconnectOutlined aria-hidden />,
  refused: <WarningOutlined aria-hidden />,
  conflict: <WarningOutlined aria-hidden />,
};

function useWords(state: SyncState<unknown>): { text: string; help?: string } {
  const { t, i18n } = useTranslation();
  const zone = useZone();
  switch (state.status) {
    case "saved":
      return {
        text:
          state.at === null
            ? t("document.save.saved")
            : t("document.save.savedAt", { time: formatTime(state.at, i18n.language, zone) }),
      };
    case "offline":
      return { text: t("document.save.offline"), help: t("document.save.offlineHelp") };
    case "refused":
      return {
        text: t(isUnauthenticated(state.error) ? "document.save.signedOut" : "document.save.refused"),
        help: errorText(state.error, t, i18n.language),
      };
    default:
      return { text: t(`document.save.${state.status}`) };
  }
}

export interface SaveMarkProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly onConflict: () => void;
}

export function SaveMark<K extends DocumentKind>({ frame, onConflict }: SaveMarkProps<K>) {
  const { t } = useTranslation();
  const state = useSyncState(frame.sync);
  const { text, help } = useWords(state);
  const client = useQueryClient();
  return (
    <>
      <span className={styles.save} data-status={state.status} role="status" title={help ?? text}>
        {icons[state.status]}
        {text}
      </span>
      {state.status === "conflict" ? (
        <Button size="small" danger onClick={onConflict}>
          {t("document.save.resolve")}
        </Button>
      ) : null}
      {state.status === "refused" && isUnauthenticated(state.error) ? (
        // Once it is known that nobody is signed in, the shell leads to the sign-in and back.
        <Button size="small" onClick={() => void client.invalidateQueries({ queryKey: queryKeys.me })}>
          {t("document.save.signIn")}
        </Button>
      ) : null}
    </>
  );
}
