/** Metric × status: a tick where the status makes the clock stand. */
import { slaMetricKind } from "@sluice/engine";
import type { TicketStatus } from "@sluice/schemas";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../../../document/drawing.ts";
import type { ScaledMetric } from "../../../editor/sla/cells.ts";
import { setPause } from "../../../editor/sla/policy-commands.ts";
import styles from "./rules.module.css";

const metrics: readonly ScaledMetric[] = [
  "firstResponse",
  "nextResponse",
  "resolution",
  "periodicUpdate",
  "assignment",
];

/** Statuses of tickets that are not done: in the others no clock runs. */
const statuses: readonly TicketStatus[] = ["new", "open", "pending_customer", "on_hold"];

export function PauseGrid({ document, execute, readOnly }: DrawingProps<"sla">) {
  const { t } = useTranslation();
  const { pauseOn } = document.spec;
  return (
    <table className={styles.pauses} aria-label={t("sla.rules.pauses")}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t("sla.reminders.metric")}</span>
          </th>
          {statuses.map((status) => (
            <th key={status} scope="col">
              {t(`words.status.${status}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {metrics.map((metric) => {
          const standing = pauseOn?.[metric] ?? slaMetricKind(metric).pauseOn;
          const silent = pauseOn?.[metric] === undefined;
          return (
            <tr key={metric}>
              <th scope="row">
                {t(`words.metric.${metric}`)}
                {silent ? <small title={t("sla.rules.ownHint")}> {t("sla.rules.own")}</small> : null}
              </th>
              {statuses.map((status) => (
                <td key={status}>
                  <Checkbox
                    aria-label={t("sla.rules.pauseOf", {
                      metric: t(`words.metric.${metric}`),
                      status: t(`words.status.${status}`),
                    })}
                    disabled={readOnly}
                    checked={standing.includes(status)}
                    onChange={({ target }) => execute(setPause(metric, status, target.checked, standing))}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
