/** The way to a row's ticket: its number and subject, asked for once the row is in sight. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ticketGistQuery } from "../../../client/operations.ts";
import styles from "../operations.module.css";
import { useInSight } from "./use-in-sight.ts";

export function TicketDoor({ ticket }: { ticket: string | null }) {
  const { t } = useTranslation();
  const [ref, seen] = useInSight<HTMLSpanElement>();
  const { data } = useQuery({ ...ticketGistQuery(ticket ?? ""), enabled: ticket !== null && seen });
  if (ticket === null) return <span className={styles.quiet}>{t("operations.noTicket")}</span>;
  return (
    <span ref={ref} className={styles.door}>
      <Link to={`/tickets/${encodeURIComponent(ticket)}`} title={data?.subject ?? ""}>
        {data ? (
          <>
            <span className="num">#{data.number}</span> {data.subject}
          </>
        ) : (
          t("operations.openTicket")
        )}
      </Link>
    </span>
  );
}
