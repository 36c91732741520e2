/** Open clocks that would move, each with its due now and then. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PendingHolidays } from "../../../client/holidays.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { PriorityBadge } from "../../../ui/marks.tsx";
import styles from "./holiday-data.module.css";

export function MovedClocks({ clocks }: Pick<PendingHolidays, "clocks">) {
  const { t } = useTranslation();
  return (
    <table className={styles.clocks}>
      <thead>
        <tr>
          <th>{t("document.publish.ticket")}</th>
          <th>{t("document.publish.clock")}</th>
          <th>{t("document.publish.before")}</th>
          <th>{t("document.publish.after")}</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map(({ ticketId, number, subject, metric, priority, from, to }) => (
          <tr key={`${ticketId} ${metric}`}>
            <td title={subject}>
              <Link to={`/tickets/${ticketId}`}>#{number}</Link> {subject}
            </td>
            <td>
              <PriorityBadge priority={priority} /> {t(`words.metric.${metric}`)}
            </td>
            <td>{from ? <Instant at={from} /> : "–"}</td>
            <td>{to ? <Instant at={to} /> : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
