/** What to do with the incidents that are chosen; while it is done, how far it has come. */
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { IncidentChoice, SettlingJob } from "../../../client/operations.ts";
import styles from "./incidents.module.css";
import type { Settle } from "./use-settle.tsx";

export interface BulkBarProps {
  readonly ids: readonly string[];
  /** All that are listed are chosen and there are more: those that match, and how many they are. */
  readonly all: { readonly choice: IncidentChoice; readonly count: number } | null;
  readonly settle: Settle;
  readonly onClear: () => void;
}

export function BulkBar({ ids, all, settle, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  if (settle.job?.status === "running") return <Running job={settle.job} onStop={settle.stop} />;
  if (ids.length === 0) return null;
  const choice: IncidentChoice = all?.choice ?? { ids };
  const count = all?.count ?? ids.length;
  return (
    <div className={styles.bulk}>
      <span>{t("operations.incident.chosen", { count })}</span>
      <Button
        size="small"
        type="primary"
        disabled={settle.busy}
        onClick={() => settle.many(choice, count, "retry")}
      >
        {t("operations.incident.retry")}
      </Button>
      <Button size="small" disabled={settle.busy} onClick={() => settle.many(choice, count, "skip")}>
        {t("operations.incident.skip")}
      </Button>
      <Button size="small" type="text" onClick={onClear}>
        {t("operations.incident.clear")}
      </Button>
    </div>
  );
}

function Running({ job, onStop }: { job: SettlingJob; onStop: () => void }) {
  const { t } = useTranslation();
  const { total } = job;
  const done = job.done + job.failed;
  return (
    <div className={styles.bulk} role="status">
      <span>{t(job.do === "retry" ? "operations.incident.retrying" : "operations.incident.skipping")}</span>
      <Progress
        className={styles.progress ?? ""}
        aria-label={t("operations.incident.progress", { done, total })}
        percent={total === 0 ? 100 : (done / total) * 100}
        showInfo={false}
        size="small"
      />
      <span className="num">{t("operations.incident.progress", { done, total })}</span>
      <Button size="small" onClick={onStop}>
        {t("operations.incident.stop")}
      </Button>
    </div>
  );
}
