/** Base → campaign, cell by cell: the row that the phase writes, and below it what each tier's tickets get. */
import { type Priority, priorities, type SlaSpec, type SlaTier } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { bundleQuery } from "../../../../client/documents.ts";
import { type ComparedCell, compareCell } from "../../../../editor/campaign/comparison.ts";
import type { ScaledMetric } from "../../../../editor/sla/cells.ts";
import { tierOf } from "../../../../editor/sla/tier.ts";
import { SkeletonRows } from "../../../../ui/SkeletonRows.tsx";
import { useNowEvery } from "../../../../ui/use-now.ts";
import { shortTarget } from "../../../sla/matrix/short-target.ts";
import { useCalendars } from "../../../sla/use-calendars.ts";
import { ComparedCellView } from "./ComparedCellView.tsx";
import { OverlayCell } from "./OverlayCell.tsx";
import type { OverlayProps } from "./TargetSection.tsx";
import styles from "./targets.module.css";

const metricViews = {
  answers: ["firstResponse", "nextResponse", "resolution"],
  others: ["periodicUpdate", "assignment"],
} as const satisfies Record<string, readonly ScaledMetric[]>;
type MetricView = keyof typeof metricViews;

/** The policy as it is live; as it is drawn where nothing is. */
function usePolicy(key: string): { readonly pending: boolean; readonly spec: SlaSpec | undefined } {
  const live = useQuery(bundleQuery("live"));
  const drawn = useQuery({ ...bundleQuery("current"), enabled: live.isSuccess });
  const find = (documents: typeof live.data) =>
    documents?.flatMap((document) =>
      document.kind === "sla" && document.key === key ? [document.spec] : [],
    )[0];
  return { pending: live.isPending || drawn.isPending, spec: find(live.data) ?? find(drawn.data) };
}

const hour = 3_600_000;

const speaksOf = ({ targets = {}, scale = {} }: SlaTier, metric: ScaledMetric): boolean =>
  scale[metric] !== undefined || Object.values(targets).some((group) => group[metric] !== undefined);

interface TierRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly ComparedCell[];
}

function useRows({ overlay }: OverlayProps, policy: SlaSpec | undefined, metrics: readonly ScaledMetric[]) {
  const calendars = useCalendars();
  const at = useNowEvery(hour);
  return useMemo((): readonly TierRow[] => {
    if (!policy) return [];
    const input = { policy, overlay, at, calendarOf: (key: string) => calendars.get(key)?.compiled };
    const rows = policy.tiers.map(({ id, name = "" }, row) => ({
      id,
      name: name || id,
      cells: priorities.flatMap((priority) =>
        metrics.map((metric) => compareCell(input, row, priority, metric)),
      ),
    }));
    // A tier that says nothing about these metrics gets what the tiers below it give.
    return rows.filter(({ id, cells }) => {
      const tier = tierOf(policy, id);
      return (
        cells.some(({ base }) => base !== undefined) &&
        tier &&
        metrics.some((metric) => speaksOf(tier, metric))
      );
    });
  }, [policy, overlay, metrics, calendars, at]);
}

export function TargetMatrix(props: OverlayProps) {
  const { overlay } = props;
  const { t } = useTranslation();
  const [view, setView] = useState<MetricView>("answers");
  const { pending, spec } = usePolicy(overlay.policy);
  const metrics: readonly ScaledMetric[] = metricViews[view];
  const rows = useRows(props, spec, metrics);
  if (pending) return <SkeletonRows rows={6} />;
  if (!spec) return <p className={styles.fault}>{t("campaign.sla.gone", { key: overlay.policy })}</p>;
  const cellName = (column: string, metric: ScaledMetric) =>
    t("campaign.sla.cell", { column, metric: t(`sla.metricShort.${metric}`) });
  return (
    <>
      <div className={styles.bar}>
        <Segmented<MetricView>
          size="small"
          aria-label={t("campaign.sla.views.label")}
          value={view}
          onChange={setView}
          options={[
            { value: "answers", label: t("campaign.sla.views.answers") },
            { value: "others", label: t("campaign.sla.views.others") },
          ]}
        />
        <span className={styles.quiet}>{props.readOnly ? "" : t("campaign.sla.overlayHint")}</span>
      </div>
      <div className={styles.scroll}>
        <table className={styles.matrix} aria-label={t("campaign.sla.matrix", { name: overlay.policy })}>
          <colgroup>
            <col className={styles.tierCol} />
            <col span={metrics.length} className={styles.everyCol} />
          </colgroup>
          <MatrixHead metrics={metrics} />
          <tbody>
            <tr className={styles.own}>
              <th scope="row">{t("campaign.sla.overlay")}</th>
              {(["*", ...priorities] as const).flatMap((column) =>
                metrics.map((metric) => (
                  <OverlayCell
                    key={`${column} ${metric}`}
                    {...props}
                    column={column}
                    metric={metric}
                    name={cellName(column === "*" ? t("campaign.sla.every") : column, metric)}
                  />
                )),
              )}
            </tr>
            {rows.map(({ id, name, cells }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td colSpan={metrics.length} className={styles.blank} />
                {cells.map((cell, index) => {
                  const priority = priorities[Math.floor(index / metrics.length)] as Priority;
                  const metric = metrics[index % metrics.length] as ScaledMetric;
                  return (
                    <ComparedCellView
                      key={`${priority} ${metric}`}
                      cell={cell}
                      first={index % metrics.length === 0}
                      tier={name}
                      name={cellName(priority, metric)}
                      short={(text) => shortTarget(text, t)}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function MatrixHead({ metrics }: { metrics: readonly ScaledMetric[] }) {
  const { t } = useTranslation();
  const columns = ["*", ...priorities] as const;
  return (
    <thead>
      <tr>
        <td rowSpan={2} />
        {columns.map((column) => (
          <th key={column} colSpan={metrics.length} scope="colgroup">
            {column === "*" ? t("campaign.sla.every") : column}
          </th>
        ))}
      </tr>
      <tr>
        {columns.flatMap((column) =>
          metrics.map((metric, index) => (
            <th key={`${column} ${metric}`} scope="col" data-first={index === 0}>
              {t(`sla.metricShort.${metric}`)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}
