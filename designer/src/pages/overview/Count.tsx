/** A number that people act on: a link to the tickets behind it. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import styles from "./overview.module.css";

export interface CountProps {
  readonly n: number;
  readonly to: string;
  /** What is counted, for those who hear the number alone. */
  readonly label: string;
  /** Colours what must be seen; nought is never coloured. */
  readonly tone?: "warn" | "danger" | undefined;
}

export function Count({ n, to, label, tone }: CountProps) {
  const { i18n } = useTranslation();
  const text = n.toLocaleString(i18n.language);
  return (
    <Link
      to={to}
      className={styles.count ?? ""}
      data-tone={n > 0 ? tone : undefined}
      aria-label={`${label}: ${text}`}
    >
      {text}
    </Link>
  );
}
