/** What is shown where a page failed to display: what happened, what is safe, what to do. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { Notice } from "../ui/Notice.tsx";

export function CrashPanel() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Notice title={t("errors.crash")} text={t("errors.crashDetail")} drawing="broken">
      <Button type="primary" onClick={() => window.location.reload()}>
        {t("errors.reload")}
      </Button>
      <pre style={{ whiteSpace: "pre-wrap", color: "var(--quiet)", fontSize: 12 }}>{String(error)}</pre>
    </Notice>
  );
}
