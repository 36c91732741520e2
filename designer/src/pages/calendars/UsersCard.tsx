/** Which documents would be touched by a change of this calendar. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bundleQuery } from "../../client/documents.ts";
import { usersOf } from "../../editor/calendar/users.ts";
import { documentAddress } from "../../fields/document-address.ts";
import styles from "./calendars.module.css";

export function UsersCard({ calendarKey }: { calendarKey: string }) {
  const { t } = useTranslation();
  const documents = useQuery(bundleQuery("current")).data;
  const users = documents ? usersOf(documents, calendarKey) : [];
  return (
    <section className={styles.card} aria-labelledby="calendar-users">
      <h2 id="calendar-users">{t("calendar.users.title")}</h2>
      {documents && users.length === 0 ? <p className={styles.none}>{t("calendar.users.none")}</p> : null}
      <ul className={styles.list}>
        {users.map(({ kind, key, name }) => (
          <li key={`${kind} ${key}`}>
            <Link to={documentAddress(kind, key)}>{name || key}</Link>
            <span>{t(`document.kind.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
