/** Clocks by metric: how many run, were warned, pause, are breached. Clocks, not tickets: a ticket has several. */
import { useTranslation } from "react-i18next";
import type { MetricFigures } from "../../client/overview.ts";
import { metricList } from "../../client/vocabulary.ts";
import styles from "./overview.module.css";

const parts = ["running", "warned", "paused", "breached"] as const;

/** The metrics that most houses promise; they keep their places while nothing runs. */
const always = ["firstResponse", "nextResponse", "resolution"] as const;

const none = { running: 0, warned: 0, paused: 0, breached: 0 };

export function ClockBars({ figures }: { figures: readonly MetricFigures[] }) {
  const { t } = useTranslation();
  const shown = metricList.filter(
    (metric) => always.some((each) => each === metric) || figures.some((figure) => figure.metric === metric),
  );
  const rows = shown.map((metric) => ({
    metric,
    ...none,
    ...figures.find((figure) => figure.metric === metric),
  }));
  const most = Math.max(1, ...rows.map((row) => parts.reduce((sum, part) => sum + row[part], 0)));
  return (
    <ul className={styles.clocks}>
      {rows.map((row) => {
        const said = parts.map((part) => `${t(`overview.clock.${part}`)} ${row[part]}`).join(" · ");
        const name = t(`words.metric.${row.metric}`);
        return (
          <li key={row.metric} title={`${name}: ${said}`}>
            <span>{name}</span>
            <b>{parts.reduce((sum, part) => sum + row[part], 0)}</b>
            <div role="img" aria-label={`${name}: ${said}`}>
              {parts.map((part) => (
                <i key={part} data-part={part} style={{ width: `${(row[part] / most) * 100}%` }} />
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
