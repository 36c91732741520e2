/** The way to a row's ticket: its number and subject. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TicketRef } from "../../../client/operations.ts";
import styles from "../operations.module.css";

export function TicketDoor({ about: { ticket, ticketNumber, subject } }: { about: TicketRef }) {
  const { t } = useTranslation();
  if (ticket === null) return <span className={styles.quiet}>{t("operations.noTicket")}</span>;
  return (
    <span className={styles.door}>
      <Link to={`/tickets/${encodeURIComponent(ticket)}`} title={subject ?? ""}>
        {ticketNumber === null ? (
          t("operations.openTicket")
        ) : (
          <>
            <span className="num">#{ticketNumber}</span> {subject}
          </>
        )}
      </Link>
    </span>
  );
}
