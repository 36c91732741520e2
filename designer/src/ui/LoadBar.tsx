/** How full somebody or a group is: a bar with its figures, never the colour alone. */
import { useTranslation } from "react-i18next";
import styles from "./load-bar.module.css";

export interface LoadBarProps {
  readonly load: number;
  readonly capacity: number;
  /** Whose load it is. */
  readonly label: string;
}

/** From which share on a bar warns. */
const busyFrom = 0.8;

function levelOf(load: number, capacity: number): "free" | "busy" | "full" {
  if (load >= capacity) return load > 0 ? "full" : "free";
  return load / capacity >= busyFrom ? "busy" : "free";
}

export function LoadBar({ load, capacity, label }: LoadBarProps) {
  const { t } = useTranslation();
  const share = capacity > 0 ? Math.min(1, load / capacity) : load > 0 ? 1 : 0;
  return (
    <span className={styles.load} data-level={levelOf(load, capacity)}>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw the element meter each in their own way */}
      <span
        className={styles.track}
        role="meter"
        aria-label={t("people.loadOf", { name: label })}
        aria-valuemin={0}
        aria-valuemax={Math.max(capacity, load, 1)}
        aria-valuenow={load}
      >
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className="num" aria-hidden="true">
        {load}/{capacity}
      </span>
    </span>
  );
}
