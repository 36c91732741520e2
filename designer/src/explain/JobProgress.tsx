/** How far a job is, as a bar with its words; nothing where its present try has said nothing of it. */
import { useTranslation } from "react-i18next";
import type { JobSaid } from "../client/operations.ts";
import styles from "./job-progress.module.css";

/** A fraction is told in per cent, a count as it is. */
const isFraction = (total: number): boolean => total === 1;

export function JobProgress({ progress }: Pick<JobSaid, "progress">) {
  const { t } = useTranslation();
  if (progress === null) return null;
  const { done, total, text } = progress;
  const amount = isFraction(total)
    ? `${Math.round(done * 100)}%`
    : t("operations.job.progress", { done, total });
  return (
    <span className={styles.progress}>
      <progress max={total} value={done} aria-label={t("operations.job.progressLabel")} />
      <span className="num">{amount}</span>
      {text === undefined ? null : <span title={text}>{text}</span>}
    </span>
  );
}
