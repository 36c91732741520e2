/** The year: twelve months, each day with its mark; a click or Enter opens what can be set about it. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { statutoryDataUntil } from "@sluice/engine";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { holidaysQuery } from "../../../client/holidays.ts";
import type { DrawingProps } from "../../../document/drawing.ts";
import { dateAfter, yearView } from "../../../editor/calendar/year.ts";
import styles from "../calendars.module.css";
import { Legend } from "./Legend.tsx";
import { Month } from "./Month.tsx";

export interface YearCardProps extends DrawingProps<"calendar"> {
  readonly today: string;
  /** The day that has the focus within the year. */
  readonly date: string;
  readonly onDate: (date: string) => void;
  /** The day that is being set. */
  readonly edited: string | undefined;
  readonly onEdit: (date: string | undefined) => void;
}

/** Moves the keyboard's focus along with the day, when a key moved it. */
function useDayFocus(date: string) {
  const year = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    year.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  }, [date]);
  return { year, follow: () => (moved.current = true) };
}

/** Gives the focus back to the day when its form is closed. */
function useReturn(year: RefObject<HTMLDivElement | null>, edited: string | undefined) {
  const before = useRef<string>(undefined);
  useEffect(() => {
    const left = before.current;
    before.current = edited;
    if (left !== undefined && edited === undefined)
      year.current?.querySelector<HTMLElement>(`[data-date="${left}"]`)?.focus();
  }, [year, edited]);
}

export function YearCard(props: YearCardProps) {
  const { document, today, date, onDate, edited, onEdit } = props;
  const { t } = useTranslation();
  const shown = Number(date.slice(0, 4));
  const house = useQuery(holidaysQuery).data;
  const months = useMemo(() => yearView(document.spec, shown, house?.days), [document.spec, shown, house]);
  const { year, follow } = useDayFocus(date);
  useReturn(year, edited);
  const statutory = document.spec.include?.includes("cn-statutory") ?? false;
  const open = months
    .flatMap(({ weeks }) => weeks.flat())
    .filter((day) => day && day.hours.length > 0).length;
  const onKeyDown = (event: KeyboardEvent) => {
    if (edited !== undefined || !(event.target instanceof HTMLElement) || !event.target.dataset.date) return;
    const next = dateAfter(date, event.key);
    if (next === undefined) return;
    event.preventDefault();
    follow();
    onDate(next);
  };
  /** The focus came to a day by itself. */
  const onFocus = ({ target }: FocusEvent) => {
    const at = target instanceof HTMLElement ? target.dataset.date : undefined;
    if (at !== undefined && at !== date) {
      follow();
      onDate(at);
    }
  };
  const toYear = (step: number) => {
    onEdit(undefined);
    onDate(`${shown + step}${date.slice(4).replace("-02-29", "-02-28")}`);
  };
  return (
    <section className={styles.yearCard} aria-labelledby="calendar-year">
      <header className={styles.head}>
        <Button
          type="text"
          size="small"
          icon={<LeftOutlined />}
          aria-label={t("calendar.year.previous")}
          onClick={() => toYear(-1)}
        />
        <h2 id="calendar-year" aria-live="polite">
          {t("calendar.year.title", { year: shown })}
        </h2>
        <Button
          type="text"
          size="small"
          icon={<RightOutlined />}
          aria-label={t("calendar.year.next")}
          onClick={() => toYear(1)}
        />
        <Button size="small" onClick={() => onDate(today)}>
          {t("calendar.year.today")}
        </Button>
        <span className={styles.spring} />
        <span>{t("calendar.year.open", { count: open })}</span>
      </header>
      <Legend />
      {statutory && shown > (house?.until ?? statutoryDataUntil) ? (
        <p className={styles.warning}>{t("calendar.year.unknown", { year: shown })}</p>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the days within come up to it */}
      <div ref={year} className={styles.months} onKeyDown={onKeyDown} onFocus={onFocus}>
        {months.map((month) => (
          <Month key={month.month} {...props} year={shown} month={month} />
        ))}
      </div>
    </section>
  );
}
