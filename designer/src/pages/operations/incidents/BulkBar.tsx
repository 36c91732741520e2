/** What to do with the incidents that are chosen; while it is done, how far it has come. */
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./incidents.module.css";
import type { Settle } from "./use-settle.tsx";

export interface BulkBarProps {
  readonly ids: readonly string[];
  readonly settle: Settle;
  readonly onClear: () => void;
}

export function BulkBar({ ids, settle, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  const { progress } = settle;
  if (progress)
    return (
      <div className={styles.bulk} role="status">
        <span>
          {t(progress.how === "retry" ? "operations.incident.retrying" : "operations.incident.skipping")}
        </span>
        <Progress
          className={styles.progress ?? ""}
          aria-label={t("operations.incident.progress", { done: progress.done, total: progress.total })}
          percent={(progress.done / progress.total) * 100}
          showInfo={false}
          size="small"
        />
        <span className="num">
          {t("operations.incident.progress", { done: progress.done, total: progress.total })}
        </span>
        <Button size="small" onClick={settle.stop}>
          {t("operations.incident.stop")}
        </Button>
      </div>
    );
  if (ids.length === 0) return null;
  return (
    <div className={styles.bulk}>
      <span>{t("operations.incident.chosen", { count: ids.length })}</span>
      <Button size="small" type="primary" onClick={() => settle.many(ids, "retry")}>
        {t("operations.incident.retry")}
      </Button>
      <Button size="small" onClick={() => settle.many(ids, "skip")}>
        {t("operations.incident.skip")}
      </Button>
      <Button size="small" type="text" onClick={onClear}>
        {t("operations.incident.clear")}
      </Button>
    </div>
  );
}
