/** The list with nothing in it: because nothing matches, or because nothing has come yet. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Notice } from "../../ui/Notice.tsx";

export interface NoTicketsProps {
  /** A filter or a view leaves tickets out that may be there. */
  readonly narrowed: boolean;
  /** Closed tickets may be there all the same. */
  readonly onlyOpen: boolean;
  /** Absent for those who may only look. */
  readonly onCreate: (() => void) | undefined;
}

export function NoTickets({ narrowed, onlyOpen, onCreate }: NoTicketsProps) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  return narrowed ? (
    <Notice title={t("tickets.empty.filtered")} text={t("tickets.empty.filteredText")} drawing="empty">
      <Button onClick={() => setSearch({ view: "all" }, { replace: true })}>{t("tickets.reset")}</Button>
    </Notice>
  ) : (
    <Notice
      title={t(onlyOpen ? "tickets.empty.open" : "tickets.empty.title")}
      text={t("tickets.empty.text")}
      drawing="empty"
    >
      {onCreate ? (
        <Button type="primary" onClick={onCreate}>
          {t("tickets.create")}
        </Button>
      ) : null}
    </Notice>
  );
}
