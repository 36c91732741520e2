/** The hours of the week: drawn on tracks or typed. */
import type { DayHours, Weekday } from "@sluice/schemas";
import { weekdays } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../../../document/drawing.ts";
import { copyHours, setHours } from "../../../editor/calendar/commands.ts";
import { toMinutes } from "../../../editor/calendar/drag-hours.ts";
import { formatOpenTime } from "../../../format/duration.ts";
import styles from "../calendars.module.css";
import { DayRow } from "./DayRow.tsx";

const minute = 60_000;
const hourMarks = [0, 6, 12, 18, 24];

const openMs = (hours: DayHours): number =>
  hours.reduce((sum, each) => {
    const [open, close] = toMinutes(each);
    return sum + (close - open) * minute;
  }, 0);

export function WeekCard({ document, execute, readOnly }: DrawingProps<"calendar">) {
  const { t } = useTranslation();
  const { hours } = document.spec;
  const total = weekdays.reduce((sum, day) => sum + openMs(hours[day] ?? []), 0);
  /** A shift that began the day before and reaches into this one, in minutes. */
  const reaching = (index: number): number => {
    const before: Weekday = weekdays[(index + 6) % 7] ?? "sun";
    return Math.max(0, ...(hours[before] ?? []).map((each) => toMinutes(each)[1] - 1440));
  };
  return (
    <section className={styles.card} aria-labelledby="calendar-week">
      <header className={styles.head}>
        <h2 id="calendar-week">{t("calendar.week.title")}</h2>
        <span className="num">{t("calendar.week.total", { hours: formatOpenTime(total, t) })}</span>
      </header>
      <div className={styles.scale} aria-hidden="true">
        {hourMarks.map((mark) => (
          <span key={mark} style={{ left: `${(mark / 24) * 100}%` }}>
            {mark}
          </span>
        ))}
      </div>
      {weekdays.map((weekday, index) => {
        const day = t(`calendar.weekday.${weekday}`);
        return (
          <DayRow
            key={weekday}
            weekday={weekday}
            hours={hours[weekday] ?? []}
            reaching={reaching(index)}
            readOnly={readOnly}
            onHours={(next) => execute(setHours(weekday, next, day))}
            onCopy={(to) => execute(copyHours(weekday, to, day))}
          />
        );
      })}
      {readOnly ? null : <p className={styles.none}>{t("calendar.week.hint")}</p>}
    </section>
  );
}
