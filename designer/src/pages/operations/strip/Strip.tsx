/** How things stand in six figures, each a door to what it counts. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OperationsState } from "../../../client/operations.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { toFigures } from "./figures.ts";
import styles from "./strip.module.css";

const ids = ["incidents", "active", "pending", "running", "late"] as const;

export function Strip({ state }: { state: OperationsState | undefined }) {
  const { t } = useTranslation();
  const figures = state
    ? toFigures(state)
    : ids.map((id) => ({ id, count: null, to: "", tone: "calm" as const }));
  const next = state?.timers.next;
  return (
    <section className={styles.strip} aria-label={t("operations.strip.label")}>
      <ul>
        {figures.map(({ id, count, to, tone }) => (
          <li key={id} data-tone={tone}>
            <span>{t(`operations.strip.${id}`)}</span>
            {count === null ? <b aria-hidden="true">–</b> : <FigureLink id={id} to={to} count={count} />}
          </li>
        ))}
        <li>
          <span>{t("operations.strip.next")}</span>
          <b>{next ? <Instant at={next} /> : t("operations.strip.none")}</b>
        </li>
      </ul>
    </section>
  );
}

function FigureLink({ id, to, count }: { id: (typeof ids)[number]; to: string; count: number }) {
  const { t } = useTranslation();
  return (
    <Link to={to} aria-label={`${t(`operations.strip.${id}`)} ${count}`}>
      {count}
    </Link>
  );
}
