/** The two lines above the matrix: column groups, and in each the metrics. */
import type { SlaMetric } from "@sluice/schemas";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { columns } from "../../../editor/sla/cells.ts";
import { PriorityBadge } from "../../../ui/marks.tsx";
import styles from "./matrix.module.css";

export function MatrixHead({ metrics }: { metrics: readonly SlaMetric[] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className={styles.corner}>
          {t("sla.tier")}
        </th>
        {columns.map((column) => (
          <th key={column} scope="colgroup" colSpan={metrics.length} className={styles.group}>
            {column === "*" ? (
              <Tooltip title={t("sla.everyColumnHint")}>
                <span className={styles.every}>{t("sla.everyColumn")}</span>
              </Tooltip>
            ) : (
              <PriorityBadge priority={column} />
            )}
          </th>
        ))}
      </tr>
      <tr>
        {columns.flatMap((column) =>
          metrics.map((metric, index) => (
            <th
              key={`${column} ${metric}`}
              scope="col"
              className={styles.metric}
              data-first={index === 0}
              title={t(`words.metric.${metric}`)}
            >
              {t(`sla.metricShort.${metric}`)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}
