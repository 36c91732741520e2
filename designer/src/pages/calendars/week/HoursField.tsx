/** The hours of a day, typed. What cannot be read stays in sight with the reason. */
import type { DayHours } from "@sluice/schemas";
import { Input, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hoursText, parseHoursText } from "../../../editor/calendar/hours-text.ts";

export interface HoursFieldProps {
  readonly "aria-label": string;
  readonly value: DayHours;
  readonly disabled: boolean;
  /** Answers whether the hours were taken. */
  readonly onChange: (hours: DayHours) => boolean;
}

export function HoursField({ value, disabled, onChange, ...label }: HoursFieldProps) {
  const { t } = useTranslation();
  const shown = hoursText(value, t);
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string }>();
  const current = typed?.over === shown ? typed.text : undefined;
  const fault = current !== undefined && parseHoursText(current) === undefined;
  const take = () => {
    const hours = current === undefined ? undefined : parseHoursText(current);
    if (!hours) return;
    if (hoursText(hours, t) === shown || onChange(hours)) setTyped(undefined);
  };
  return (
    <Tooltip title={fault ? t("calendar.week.fault") : ""} open={fault} placement="bottom">
      <Input
        {...label}
        size="small"
        variant="filled"
        disabled={disabled}
        status={fault ? "error" : ""}
        aria-invalid={fault}
        value={current ?? shown}
        onChange={({ target }) => setTyped({ text: target.value, over: shown })}
        onBlur={take}
        onPressEnter={take}
        onKeyDown={({ key }) => {
          if (key === "Escape") setTyped(undefined);
        }}
      />
    </Tooltip>
  );
}
