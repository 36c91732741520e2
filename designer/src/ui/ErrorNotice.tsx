/** An error where something was to be shown: what happened, what is safe, what to do. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../client/errors.ts";
import { errorKind } from "./error-text.ts";
import { HomeButton } from "./HomeButton.tsx";
import { Notice } from "./Notice.tsx";
import styles from "./ui.module.css";

export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const kind = errorKind(error);
  return (
    <Notice title={t(`errors.${kind}`)} text={t(`errors.${kind}Detail`)} drawing="broken">
      {kind === "notFound" ? <HomeButton /> : null}
      {onRetry && kind !== "notFound" ? (
        <Button type="primary" onClick={onRetry}>
          {t("errors.retry")}
        </Button>
      ) : null}
      {error instanceof ApiError && kind === "server" ? (
        <small className={styles.code}>{t("errors.code", { code: error.code })}</small>
      ) : null}
    </Notice>
  );
}
