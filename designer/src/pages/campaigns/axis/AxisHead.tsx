/** The lines and their names above a time axis. */
import { useTranslation } from "react-i18next";
import styles from "./axis.module.css";
import { type Axis, midnightsOf, placeOf, type Tick, ticksOf } from "./axis.ts";

const shapes: Readonly<Record<Tick["step"], Intl.DateTimeFormatOptions>> = {
  hour: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { month: "numeric", day: "numeric" },
  month: { month: "short" },
};

/** A midnight among hours is named by its date, a January among months by its year. */
function tickText({ at, major, step }: Tick, language: string, zone: string): string {
  const shape =
    step === "hour" && major
      ? shapes.day
      : step === "month" && major
        ? { year: "numeric" as const }
        : shapes[step];
  return new Intl.DateTimeFormat(language, { ...shape, timeZone: zone }).format(at);
}

/** Room that a line's name needs, px; a name that would be cut off is left out. */
const nameRoom = 44;

export function AxisHead({ axis }: { axis: Axis }) {
  const { i18n } = useTranslation();
  return (
    <div className={styles.head} aria-hidden="true">
      {ticksOf(axis)
        .filter(({ at }) => placeOf(axis, at) <= axis.width - nameRoom)
        .map((tick) => (
          <span
            key={tick.at}
            className={styles.tick}
            data-major={tick.major}
            style={{ left: placeOf(axis, tick.at) }}
          >
            {tickText(tick, i18n.language, axis.zone)}
          </span>
        ))}
    </div>
  );
}

/** The lines below the head: midnights, and now where it is in sight. */
export function AxisLines({ axis, now }: { axis: Axis; now: number }) {
  const { t } = useTranslation();
  const lines = midnightsOf(axis);
  const marks = lines.length > 0 ? lines : ticksOf(axis).map(({ at }) => at);
  return (
    <div className={styles.lines} aria-hidden="true">
      {marks.map((at) => (
        <i key={at} style={{ left: placeOf(axis, at) }} />
      ))}
      {now >= axis.from && now < axis.until ? (
        <b style={{ left: placeOf(axis, now) }}>
          <span>{t("campaign.axis.now")}</span>
        </b>
      ) : null}
    </div>
  );
}
