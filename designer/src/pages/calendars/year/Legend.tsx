/** What the marks of the year mean. */
import { useTranslation } from "react-i18next";
import { dayKinds } from "../../../editor/calendar/year.ts";
import styles from "../calendars.module.css";
import { letterOf } from "./letter.ts";

export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend} aria-label={t("calendar.year.legend")}>
      {dayKinds.map((kind) => (
        <li key={kind}>
          <span className={styles.mark} data-kind={kind} aria-hidden="true">
            {letterOf(kind, t) || "1"}
          </span>
          {t(`calendar.kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
