/** The ring of a clock: the arc is the share of the target that is left; striped while the clock stands. */
import styles from "./ui.module.css";

export type ClockTone = "ok" | "calm" | "warn" | "danger" | "rest";

export interface SlaRingProps {
  /** What is left of the target, 0 to 1. */
  readonly share: number;
  readonly tone: ClockTone;
  readonly striped: boolean;
  /** Pixels across. */
  readonly size: number;
}

export function SlaRing({ share, tone, striped, size }: SlaRingProps) {
  const radius = size / 2 - 2;
  const length = 2 * Math.PI * radius;
  const left = Math.min(1, Math.max(0, share));
  return (
    <svg
      className={styles.ring}
      data-tone={tone}
      data-striped={striped}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
    >
      <circle className={styles.track} cx={size / 2} cy={size / 2} r={radius} />
      <circle
        className={styles.arc}
        cx={size / 2}
        cy={size / 2}
        r={radius}
        {...(striped ? {} : { strokeDasharray: length, strokeDashoffset: length * (1 - left) })}
      />
    </svg>
  );
}
