/** What can be set about one day. */
import type { SpecialDay } from "@sluice/schemas";
import { Button, Checkbox, Input, Radio } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { clearDay, setDay } from "../../../editor/calendar/commands.ts";
import { hoursText } from "../../../editor/calendar/hours-text.ts";
import type { DayView } from "../../../editor/calendar/year.ts";
import styles from "../calendars.module.css";
import { dayText } from "../date-text.ts";
import { nameText } from "../HolidaysCard.tsx";
import { HoursField } from "../week/HoursField.tsx";
import type { MonthProps } from "./Month.tsx";

type Choice = "usual" | "shut" | "special";

/** What special hours begin with. */
const office: [string, string][] = [["09:00", "18:00"]];

/** What the document says of the date, if anything. */
function setOn({ document }: MonthProps, date: string): { day: SpecialDay; everyYear: boolean } | undefined {
  const { dates, annualDates } = document.spec;
  const once = dates?.[date];
  if (once) return { day: once, everyYear: false };
  const annual = annualDates?.[date.slice(5)];
  return annual && { day: annual, everyYear: true };
}

export function DayForm(props: MonthProps & { readonly day: DayView }) {
  const { day, execute, readOnly, onEdit, session } = props;
  const { t, i18n } = useTranslation();
  const { date } = day;
  const set = setOn(props, date);
  const choice: Choice = set === undefined ? "usual" : set.day.hours.length === 0 ? "shut" : "special";
  const everyYear = set?.everyYear ?? false;
  const name = set?.day.name ?? "";
  const write = (next: SpecialDay, annual = everyYear) => execute(setDay({ date, everyYear: annual }, next));
  const choose = (next: Choice) => {
    if (next === "usual") execute(clearDay(date));
    else write({ name, hours: next === "shut" ? [] : day.hours.length > 0 ? day.hours : office });
    session.seal();
  };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  const close = () => {
    session.seal();
    onEdit(undefined);
  };
  const said = nameText(day.name, i18n.language);
  return (
    <div
      ref={form}
      className={styles.dayForm}
      role="dialog"
      aria-label={dayText(date, i18n.language, true)}
      onKeyDown={(event) => {
        // The form stands beside the year, but its keys would come up to it.
        event.stopPropagation();
        if (event.key === "Escape") close();
      }}
    >
      <strong>{dayText(date, i18n.language, true)}</strong>
      <p className={styles.none}>
        {[t(`calendar.day.from.${day.source}`), said, hoursText(day.hours, t)].filter(Boolean).join(" · ")}
      </p>
      <Radio.Group
        size="small"
        optionType="button"
        aria-label={t("calendar.day.choose")}
        disabled={readOnly}
        value={choice}
        onChange={({ target }) => choose(target.value)}
        options={(["usual", "shut", "special"] as const).map((value) => ({
          value,
          label: t(`calendar.day.${value}`),
        }))}
      />
      {set === undefined ? null : (
        <>
          {choice === "special" ? (
            <HoursField
              aria-label={t("calendar.day.hours")}
              value={set.day.hours}
              disabled={readOnly}
              onChange={(hours) => write({ name, hours })}
            />
          ) : null}
          <Input
            size="small"
            aria-label={t("calendar.day.name")}
            placeholder={t("calendar.day.namePlaceholder")}
            disabled={readOnly}
            value={name}
            onChange={({ target }) => write({ ...set.day, name: target.value })}
          />
          <Checkbox
            disabled={readOnly}
            checked={everyYear}
            onChange={({ target }) => write(set.day, target.checked)}
          >
            {t("calendar.day.everyYear")}
          </Checkbox>
        </>
      )}
      <Button size="small" onClick={close}>
        {t("calendar.day.done")}
      </Button>
    </div>
  );
}
