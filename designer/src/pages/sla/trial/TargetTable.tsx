/** The targets that the ticket gets: how long, from which tier, when due. */
import type { SlaSpec } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { useVocabularyNames } from "../../../conditions/vocabulary-context.tsx";
import { isScaled } from "../../../editor/sla/cells.ts";
import { formatTarget } from "../../../format/duration.ts";
import type { Calendars } from "../calendars.ts";
import { bothReadings, tierName } from "../matrix/cell-face.ts";
import { exactInstant } from "../strip/exact-instant.ts";
import type { TargetOutcome } from "./tier-trial.ts";
import styles from "./trial.module.css";

export interface TargetTableProps {
  readonly spec: SlaSpec;
  readonly targets: readonly TargetOutcome[];
  readonly calendars: Calendars;
  readonly at: number;
}

export function TargetTable({ spec, targets, calendars, at }: TargetTableProps) {
  const { t, i18n } = useTranslation();
  const names = useVocabularyNames();
  const zone = calendars.get(spec.calendar)?.spec.timezone ?? "Asia/Shanghai";
  const context = { spec, calendars, t, factName: names.fact, at };
  const length = ({ metric, source, target }: TargetOutcome): string => {
    if (!isScaled(metric)) return names.fact(source.text);
    return bothReadings(target?.text ?? source.text, source.calendar, context);
  };
  const from = ({ source }: TargetOutcome): string => {
    const tier = tierName(spec, source.tier, t);
    if (source.scaling.length === 0) return tier;
    const scales = source.scaling.map((each) =>
      t("sla.cell.scale", { tier: tierName(spec, each.tier, t), factor: each.factor }),
    );
    return t("sla.cell.scaledFrom", { scales: scales.join(" "), tier, target: formatTarget(source.text, t) });
  };
  return (
    <section className={styles.block} aria-labelledby="sla-trial-targets">
      <h3 id="sla-trial-targets">{t("sla.trial.targets")}</h3>
      <table>
        <thead>
          <tr>
            {(["metric", "target", "source", "due"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`sla.trial.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map((outcome) => (
            <tr key={outcome.metric} data-metric={outcome.metric}>
              <th scope="row">{t(`words.metric.${outcome.metric}`)}</th>
              <td>{length(outcome)}</td>
              <td>{from(outcome)}</td>
              <td>{outcome.due === undefined ? "–" : exactInstant(outcome.due, i18n.language, zone, at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
