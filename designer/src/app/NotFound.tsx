import { useTranslation } from "react-i18next";
import { HomeButton } from "../ui/HomeButton.tsx";
import { Notice } from "../ui/Notice.tsx";

/** An address that leads nowhere, with a way back. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Notice title={t("errors.notFound")} text={t("errors.notFoundDetail")} drawing="empty">
      <HomeButton />
    </Notice>
  );
}
