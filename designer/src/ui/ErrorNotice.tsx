/** An error where something was to be shown: what happened, what is safe, what to do. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../client/errors.ts";
import { Notice } from "./Notice.tsx";

type Kind = "offline" | "notFound" | "forbidden" | "server";

/** Which of our explanations fits. */
export function errorKind(error: unknown): Kind {
  if (!(error instanceof ApiError)) return "server";
  if (error.status === 0) return "offline";
  if (error.status === 404) return "notFound";
  return error.status === 403 ? "forbidden" : "server";
}

export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const kind = errorKind(error);
  return (
    <Notice title={t(`errors.${kind}`)} text={t(`errors.${kind}Detail`)} drawing="broken">
      {onRetry ? (
        <Button type="primary" onClick={onRetry}>
          {t("errors.retry")}
        </Button>
      ) : null}
      {error instanceof ApiError && kind === "server" ? (
        <p>{error.detail || t("errors.code", { code: error.code })}</p>
      ) : null}
    </Notice>
  );
}
