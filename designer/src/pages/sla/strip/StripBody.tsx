/** The drawing with its instants in words, or why there is none. */
import { useTranslation } from "react-i18next";
import { formatDuration, formatOpenTime } from "../../../format/duration.ts";
import { formatInstantFully } from "../../../format/instant.ts";
import type { HouseCalendar } from "../calendars.ts";
import { ClockDrawing } from "./ClockDrawing.tsx";
import { exactInstant } from "./exact-instant.ts";
import styles from "./strip.module.css";
import { type Mark, momentsOf, type Strip } from "./strip-model.ts";

export interface StripBodyProps {
  readonly strip?: Strip;
  readonly calendar?: HouseCalendar;
  /** Why nothing is drawn. */
  readonly said?: string;
  readonly now: number;
}

export function StripBody({ strip, calendar, said, now }: StripBodyProps) {
  const { t, i18n } = useTranslation();
  if (!strip || !calendar) return <p className={styles.nothing}>{said}</p>;
  const zone = calendar.spec.timezone;
  const start = strip.marks.find(({ kind }) => kind === "start")?.at ?? strip.window[0];
  const instant = (at: number) => exactInstant(at, i18n.language, zone, start);
  const label = t("sla.strip.drawing", {
    start: formatInstantFully(start, i18n.language, zone),
    due: formatInstantFully(strip.due, i18n.language, zone),
  });
  const lines: readonly { id: string; kind: Mark["kind"] | "sum"; term: string; text: string }[] = [
    ...momentsOf(strip.marks).map(({ at, kind, kinds }) => ({
      id: String(at),
      kind,
      term: kinds.map((each) => t(`sla.strip.${each}`)).join(" · "),
      text: instant(at),
    })),
    {
      id: "sum",
      kind: "sum",
      term: t("sla.strip.counted", { length: formatOpenTime(strip.targetMs, t) }),
      text: t("sla.strip.wall", { length: formatDuration(strip.due - start, t) }),
    },
  ];
  return (
    <>
      <ClockDrawing strip={strip} timezone={zone} label={label} now={now} />
      <dl className={styles.instants}>
        {lines.map(({ id, kind, term, text }) => (
          <div key={id} data-kind={kind}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
