/** A day from midnight to midnight: its open stretches can be drawn, moved and stretched with the pointer. */
import type { DayHours } from "@sluice/schemas";
import { type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { draggedHours, type Grip, toMinutes } from "../../../editor/calendar/drag-hours.ts";
import { hoursText } from "../../../editor/calendar/hours-text.ts";
import styles from "../calendars.module.css";

export interface TrackProps {
  readonly label: string;
  readonly hours: DayHours;
  readonly reaching: number;
  readonly readOnly: boolean;
  readonly onHours: (hours: DayHours) => boolean;
}

interface Drag {
  readonly grip: Grip;
  readonly from: number;
  readonly by: number;
}

const day = 1440;

/** The part of the track that an element stands for. */
function gripOf(target: EventTarget): Grip {
  const { part, index } = target instanceof HTMLElement ? target.dataset : {};
  return part === "start" || part === "end" || part === "whole"
    ? { part, index: Number(index) }
    : { part: "new" };
}

function useDrag({ hours, readOnly, onHours }: TrackProps) {
  const track = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag>();
  const minutesAt = ({ clientX }: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    return box ? ((clientX - box.left) / box.width) * day : 0;
  };
  const shown = drag ? draggedHours(hours, drag.grip, drag.from, drag.by) : hours;
  return {
    track,
    shown,
    onPointerDown(event: PointerEvent) {
      if (readOnly || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ grip: gripOf(event.target), from: minutesAt(event), by: 0 });
    },
    onPointerMove(event: PointerEvent) {
      if (drag) setDrag({ ...drag, by: minutesAt(event) - drag.from });
    },
    onPointerUp() {
      if (drag && drag.by !== 0) onHours(shown);
      setDrag(undefined);
    },
    onPointerCancel: () => setDrag(undefined),
  };
}

const percent = (minutes: number): string => `${(Math.min(minutes, day) / day) * 100}%`;

export function Track(props: TrackProps) {
  const { t } = useTranslation();
  const { label, reaching, readOnly } = props;
  const { track, shown, ...pointer } = useDrag(props);
  return (
    <div
      ref={track}
      className={styles.track}
      data-fixed={readOnly}
      role="img"
      aria-label={t("calendar.week.track", { day: label, hours: hoursText(shown, t) })}
      {...pointer}
    >
      {reaching > 0 ? <span className={styles.reaching} style={{ width: percent(reaching) }} /> : null}
      {shown.map((each, index) => {
        const [open, close] = toMinutes(each);
        return (
          <span
            key={`${each[0]} ${each[1]}`}
            className={styles.stretch}
            data-part="whole"
            data-index={index}
            style={{ left: percent(open), width: percent(Math.min(close, day) - open) }}
          >
            <i data-part="start" data-index={index} />
            <i data-part="end" data-index={index} />
          </span>
        );
      })}
    </div>
  );
}
