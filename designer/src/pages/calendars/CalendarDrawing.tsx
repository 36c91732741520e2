/** A working calendar as a drawing: the hours of the week, the year, and what is special about it. */

import { createZone } from "@sluice/engine";
import { useState } from "react";
import type { DrawingProps } from "../../document/drawing.ts";
import { useNowEvery } from "../../ui/use-now.ts";
import { BasicsCard } from "./BasicsCard.tsx";
import styles from "./calendars.module.css";
import { HolidaysCard } from "./HolidaysCard.tsx";
import { SpecialDatesCard } from "./SpecialDatesCard.tsx";
import { UsersCard } from "./UsersCard.tsx";
import { WeekCard } from "./week/WeekCard.tsx";
import { YearCard } from "./year/YearCard.tsx";

const minute = 60_000;

/** Today in the calendar's zone, `YYYY-MM-DD`. */
function useToday(timezone: string): string {
  const now = useNowEvery(minute);
  return new Date(createZone(timezone).toWall(now)).toISOString().slice(0, 10);
}

export function CalendarDrawing(props: DrawingProps<"calendar">) {
  const { document } = props;
  const today = useToday(document.spec.timezone);
  const [chosen, setDate] = useState<string>();
  const date = chosen ?? today;
  /** The day whose popover is open. */
  const [edited, setEdited] = useState<string>();
  const show = (next: string) => {
    setDate(next);
    setEdited(next);
  };
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <BasicsCard {...props} />
        <WeekCard {...props} />
        <SpecialDatesCard {...props} today={today} onShow={show} />
        <HolidaysCard spec={document.spec} today={today} onShow={setDate} />
        <UsersCard calendarKey={document.key} />
      </div>
      <YearCard {...props} today={today} date={date} onDate={setDate} edited={edited} onEdit={setEdited} />
    </div>
  );
}
