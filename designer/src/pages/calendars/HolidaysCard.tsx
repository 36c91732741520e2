/** What comes next: holidays with their make-up workdays, and closings of the house. */
import type { CalendarSpec, Label } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { holidaysQuery } from "../../client/holidays.ts";
import { nextHolidays } from "../../editor/calendar/holidays.ts";
import { inLanguage } from "../../explain/names.ts";
import styles from "./calendars.module.css";
import { dayText, shortDay } from "./date-text.ts";

/** A name of the document, or of the statutory arrangement in the language in force. */
export const nameText = (name: string | Label | undefined, language: string): string =>
  typeof name === "object" ? inLanguage(name, language) : (name ?? "");

export interface HolidaysCardProps {
  readonly spec: CalendarSpec;
  readonly today: string;
  readonly onShow: (date: string) => void;
}

export function HolidaysCard({ spec, today, onShow }: HolidaysCardProps) {
  const { t, i18n } = useTranslation();
  const holidays = useQuery(holidaysQuery).data?.days;
  const spans = useMemo(() => nextHolidays(spec, today, 5, holidays), [spec, today, holidays]);
  const { language } = i18n;
  return (
    <section className={styles.card} aria-labelledby="calendar-holidays">
      <h2 id="calendar-holidays">{t("calendar.holidays.title")}</h2>
      {spans.length === 0 ? <p className={styles.none}>{t("calendar.holidays.none")}</p> : null}
      <ul className={styles.list}>
        {spans.map(({ from, to, days, name, makeUp }) => (
          <li key={from}>
            <button type="button" className={styles.link} onClick={() => onShow(from)}>
              {nameText(name, language) || dayText(from, language)}
            </button>
            <span>
              {from === to
                ? shortDay(from, language)
                : t("calendar.holidays.span", { from: shortDay(from, language), to: shortDay(to, language) })}
              {" · "}
              {t("calendar.holidays.days", { count: days })}
            </span>
            {makeUp.length === 0 ? null : (
              <small>
                {t("calendar.holidays.makeUp", {
                  dates: makeUp.map((date) => shortDay(date, language)).join(t("calendar.join")),
                })}
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
