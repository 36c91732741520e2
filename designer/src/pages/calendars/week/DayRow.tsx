/** One weekday: its track, its hours as text, and copying them to other days. */
import { CopyOutlined } from "@ant-design/icons";
import type { DayHours, Weekday } from "@sluice/schemas";
import { weekdays } from "@sluice/schemas";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../calendars.module.css";
import { HoursField } from "./HoursField.tsx";
import { Track } from "./Track.tsx";

export interface DayRowProps {
  readonly weekday: Weekday;
  readonly hours: DayHours;
  /** Minutes that yesterday's shift takes of this day. */
  readonly reaching: number;
  readonly readOnly: boolean;
  /** Answers whether the hours were taken. */
  readonly onHours: (hours: DayHours) => boolean;
  readonly onCopy: (to: readonly Weekday[]) => void;
}

const targets: Readonly<Record<"weekdays" | "all" | "weekend", readonly Weekday[]>> = {
  weekdays: weekdays.slice(0, 5),
  all: weekdays,
  weekend: weekdays.slice(5),
};

export function DayRow({ weekday, hours, reaching, readOnly, onHours, onCopy }: DayRowProps) {
  const { t } = useTranslation();
  const day = t(`calendar.weekday.${weekday}`);
  const items = (["weekdays", "all", "weekend"] as const).map((to) => ({
    key: to,
    label: t(`calendar.week.copyTo.${to}`),
    onClick: () => onCopy(targets[to]),
  }));
  return (
    <div className={styles.day}>
      <span className={styles.dayName}>{day}</span>
      <Track label={day} hours={hours} reaching={reaching} readOnly={readOnly} onHours={onHours} />
      <HoursField
        aria-label={t("calendar.week.hours", { day })}
        value={hours}
        disabled={readOnly}
        onChange={onHours}
      />
      {readOnly ? null : (
        <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
          <Button
            type="text"
            size="small"
            icon={<CopyOutlined />}
            aria-label={t("calendar.week.copy", { day })}
          />
        </Dropdown>
      )}
    </div>
  );
}
