/** The dates that the document itself sets. */
import { DeleteOutlined } from "@ant-design/icons";
import type { CalendarSpec, SpecialDay } from "@sluice/schemas";
import { Button, DatePicker } from "antd";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../../document/drawing.ts";
import { clearDay } from "../../editor/calendar/commands.ts";
import { hoursText } from "../../editor/calendar/hours-text.ts";
import styles from "./calendars.module.css";
import { dayText, shortDay } from "./date-text.ts";

interface Listed {
  /** For an annual date, that of the year in which it comes next. */
  readonly date: string;
  readonly everyYear: boolean;
  readonly day: SpecialDay;
}

/** In order of time; annual dates where they come next. */
export function listedDates({ dates, annualDates }: CalendarSpec, today: string): readonly Listed[] {
  const once = Object.entries(dates ?? {}).map(([date, day]): Listed => ({ date, everyYear: false, day }));
  const annual = Object.entries(annualDates ?? {}).map(([monthDay, day]): Listed => {
    const year = Number(today.slice(0, 4)) + (monthDay < today.slice(5) ? 1 : 0);
    return { date: `${year}-${monthDay}`, everyYear: true, day };
  });
  return [...once, ...annual].sort((a, b) => a.date.localeCompare(b.date));
}

export interface SpecialDatesCardProps extends DrawingProps<"calendar"> {
  readonly today: string;
  readonly onShow: (date: string) => void;
}

export function SpecialDatesCard({ document, execute, readOnly, today, onShow }: SpecialDatesCardProps) {
  const { t, i18n } = useTranslation();
  const listed = listedDates(document.spec, today);
  return (
    <section className={styles.card} aria-labelledby="calendar-special">
      <header className={styles.head}>
        <h2 id="calendar-special">{t("calendar.special.title")}</h2>
        {readOnly ? null : (
          <DatePicker
            size="small"
            value={null}
            placeholder={t("calendar.special.add")}
            aria-label={t("calendar.special.add")}
            onChange={(_, text) => typeof text === "string" && text !== "" && onShow(text)}
          />
        )}
      </header>
      {listed.length === 0 ? <p className={styles.none}>{t("calendar.special.none")}</p> : null}
      <ul className={styles.list}>
        {listed.map(({ date, everyYear, day }) => (
          <li key={`${date} ${everyYear}`}>
            <button
              type="button"
              className={styles.link}
              aria-label={t("calendar.special.go", { date: dayText(date, i18n.language, true) })}
              onClick={() => onShow(date)}
            >
              {everyYear ? shortDay(date, i18n.language) : dayText(date, i18n.language, true)}
            </button>
            <span>
              {[day.name, hoursText(day.hours, t), everyYear ? t("calendar.special.everyYear") : ""]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {readOnly ? null : (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t("calendar.special.remove", { date })}
                onClick={() => execute(clearDay(date))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
