/** One job: how far it is, what its tries failed by, its log, and what went in and came out. */
import type { Json } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type JobDetail, jobQuery } from "../../../client/operations.ts";
import { JobProgress } from "../../../explain/JobProgress.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Instant } from "../../../ui/Instant.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import { useHoldNames } from "../holds/use-hold.tsx";
import { faultText } from "../parts/fault-text.ts";
import { TicketDoor } from "../parts/TicketDoor.tsx";
import { JobLog } from "./JobLog.tsx";
import styles from "./job.module.css";

export function JobDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useHoldNames();
  const job = useQuery(jobQuery(id));
  const { data } = job;
  const title = data?.action ? names.action(data.action) : t("operations.job.reply");
  return (
    <Drawer open size={560} title={data ? title : ""} onClose={onClose}>
      {job.isPending ? <SkeletonRows rows={10} /> : null}
      {job.isError && !data ? <ErrorNotice error={job.error} onRetry={() => void job.refetch()} /> : null}
      {data ? (
        <div className={styles.job}>
          <Head job={data} />
          <Errors job={data} />
          <JobLog job={data} />
          <Value name={t("operations.job.input")} value={data.input} />
          <Value name={t("operations.job.output")} value={data.output} />
        </div>
      ) : null}
    </Drawer>
  );
}

function Head({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  return (
    <div className={styles.head}>
      <span className={styles.mark} data-mark={job.status}>
        {t(`operations.job.statuses.${job.status}`)}
      </span>
      <span className="num">{t("operations.job.tries", { n: job.attempts, max: job.maxAttempts })}</span>
      {job.startedAt === null ? null : <Instant at={job.startedAt} />}
      <TicketDoor about={job} />
      {job.run === null ? null : (
        <Link to={`/operations/runs?run=${encodeURIComponent(job.run)}`}>{t("operations.job.toRun")}</Link>
      )}
      <JobProgress progress={job.progress} />
    </div>
  );
}

function Errors({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  if (job.errors.length === 0) return null;
  return (
    <section>
      <h3>{t("operations.job.errors")}</h3>
      <ul className={styles.errors}>
        {job.errors.map((error) => (
          <li key={`${error.at}-${error.attempt}`}>
            <span>{t("operations.job.attempt", { n: error.attempt })}</span>
            <strong>{faultText(error.code, t)}</strong>
            <Instant at={error.at} />
            <small>
              <code>{error.code}</code> {error.message}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Value({ name, value }: { name: string; value: Json }) {
  if (value === null) return null;
  return (
    <section>
      <h3>{name}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long value is scrolled by keys too */}
      <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
    </section>
  );
}
