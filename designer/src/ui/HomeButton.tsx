/** The way back from where there is nothing: a link that looks like the page's one button. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useHref, useLinkClickHandler } from "react-router";

export function HomeButton() {
  const { t } = useTranslation();
  const href = useHref("/tickets");
  const onClick = useLinkClickHandler("/tickets");
  return (
    <Button href={href} onClick={onClick}>
      {t("errors.home")}
    </Button>
  );
}
