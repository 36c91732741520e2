/** What a run waits for where that is a job: how far it is, the last line of its log, and when it is tried again. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { jobQuery } from "../../../client/operations.ts";
import { JobProgress } from "../../../explain/JobProgress.tsx";
import { useInstantText } from "../../../ui/Instant.tsx";
import styles from "./rail.module.css";

export function JobUnderWay({ id }: { id: string }) {
  const { t } = useTranslation();
  const instant = useInstantText();
  const job = useQuery(jobQuery(id)).data;
  if (!job) return null;
  const last = job.log.at(-1);
  return (
    <div className={styles.job}>
      <Link to={`/operations/jobs?job=${encodeURIComponent(id)}`}>
        {t(`operations.job.statuses.${job.status}`)}
      </Link>
      {job.status === "pending" && job.attempts > 0 && job.runAt !== null ? (
        <small>{t("operations.job.nextTry", { instant: instant(job.runAt) })}</small>
      ) : null}
      {job.status === "running" ? <JobProgress progress={job.progress} /> : null}
      {last === undefined ? null : (
        <small className={styles.said} title={last.message}>
          {last.message}
        </small>
      )}
    </div>
  );
}
