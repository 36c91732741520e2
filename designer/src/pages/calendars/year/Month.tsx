/** One month of the year. */
import { weekdays } from "@sluice/schemas";
import { Popover } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { hoursText } from "../../../editor/calendar/hours-text.ts";
import type { DayView, MonthView } from "../../../editor/calendar/year.ts";
import styles from "../calendars.module.css";
import { dayText, monthText } from "../date-text.ts";
import { nameText } from "../HolidaysCard.tsx";
import { DayForm } from "./DayForm.tsx";
import { letterOf } from "./letter.ts";
import type { YearCardProps } from "./YearCard.tsx";

export interface MonthProps extends YearCardProps {
  readonly year: number;
  readonly month: MonthView;
}

export function Month(props: MonthProps) {
  const { year, month } = props;
  const { t, i18n } = useTranslation();
  const name = monthText(year, month.month, i18n.language);
  return (
    <table className={styles.month} aria-label={name}>
      <caption>{name}</caption>
      <thead aria-hidden="true">
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday}>{t(`calendar.weekdayShort.${weekday}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place in the month
          <tr key={index}>
            {week.map((day, weekday) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has nothing else
              <td key={weekday}>{day ? <DayCell {...props} day={day} /> : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell(props: MonthProps & { readonly day: DayView }) {
  const { day, edited, onEdit, onDate, date, today } = props;
  const button = (
    <DayButton
      day={day}
      focusable={day.date === date}
      isToday={day.date === today}
      isEdited={day.date === edited}
      onOpen={() => {
        onDate(day.date);
        onEdit(day.date);
      }}
    />
  );
  // Only where the focus is: a popover for each day of the year would be many.
  if (day.date !== date) return button;
  return (
    <Popover
      open={day.date === edited}
      trigger="click"
      placement="bottom"
      onOpenChange={(open) => open || onEdit(undefined)}
      destroyOnHidden
      content={<DayForm {...props} />}
    >
      {button}
    </Popover>
  );
}

interface DayButtonProps {
  readonly day: DayView;
  readonly focusable: boolean;
  readonly isToday: boolean;
  readonly isEdited: boolean;
  readonly onOpen: () => void;
}

const DayButton = memo(
  ({ day, focusable, isToday, isEdited, onOpen, ...rest }: DayButtonProps) => {
    const { t, i18n } = useTranslation();
    const name = nameText(day.name, i18n.language);
    const parts = {
      date: dayText(day.date, i18n.language, true),
      kind: t(`calendar.kind.${day.kind}`),
      hours: hoursText(day.hours, t),
    };
    const label = name === "" ? t("calendar.day.label", parts) : t("calendar.day.named", { ...parts, name });
    const letter = letterOf(day.kind, t);
    return (
      <button
        type="button"
        {...rest}
        className={styles.mark}
        data-date={day.date}
        data-kind={day.kind}
        data-today={isToday}
        aria-current={isToday ? "date" : undefined}
        aria-haspopup="dialog"
        aria-expanded={isEdited}
        title={label}
        tabIndex={focusable ? 0 : -1}
        onClick={onOpen}
      >
        <span className="visually-hidden">{label}</span>
        <span aria-hidden="true">
          {day.day}
          {letter === "" ? null : <sup>{letter}</sup>}
        </span>
      </button>
    );
  },
  (before, after) =>
    before.day === after.day &&
    before.focusable === after.focusable &&
    before.isToday === after.isToday &&
    before.isEdited === after.isEdited,
);
