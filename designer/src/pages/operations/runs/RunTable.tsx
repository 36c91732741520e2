/** Runs as a table; a workflow's name opens the run. */
import { useTranslation } from "react-i18next";
import type { RunStatus, RunSummary } from "../../../client/operations.ts";
import { formatDuration } from "../../../format/duration.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { useNowEvery } from "../../../ui/use-now.ts";
import styles from "../operations.module.css";
import { TableHead } from "../parts/TableHead.tsx";
import { TicketDoor } from "../parts/TicketDoor.tsx";
import { runLength } from "./run-table.ts";

export interface RunTableProps {
  readonly runs: readonly RunSummary[];
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}

export function RunTable({ runs, shown, onShow }: RunTableProps) {
  const { t } = useTranslation();
  const now = useNowEvery(10_000);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t("operations.tabs.runs")}</caption>
      <TableHead columns={["workflow", "status", "ticket", "started", "took"]} />
      <tbody>
        {runs.map((run) => (
          <tr key={run.id} data-shown={run.id === shown}>
            <td>
              <button
                type="button"
                className={styles.opener}
                aria-label={t("operations.run.open", { name: run.workflowName ?? run.workflow })}
                onClick={() => onShow(run.id)}
              >
                {run.workflowName ?? run.workflow}
              </button>{" "}
              <span className={`num ${styles.quiet}`}>v{run.revision}</span>
            </td>
            <td>
              <RunStatusMark status={run.status} />
            </td>
            <td>
              <TicketDoor about={run} />
            </td>
            <td>
              <Instant at={run.startedAt} />
            </td>
            <td className="num">{formatDuration(runLength(run.startedAt, run.endedAt, now), t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function RunStatusMark({ status }: { status: RunStatus }) {
  const { t } = useTranslation();
  return (
    <span className={styles.mark} data-mark={status}>
      {t(`words.run.${status}`)}
    </span>
  );
}
