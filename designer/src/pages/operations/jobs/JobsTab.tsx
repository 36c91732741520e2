/** Jobs by status: what is called, how often it was tried, when next, and what it failed by. */
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { type JobView, jobListQuery, mostListed, operationsQuery } from "../../../client/operations.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useSearchParam } from "../../../ui/use-search-param.ts";
import { useHoldNames } from "../holds/use-hold.tsx";
import styles from "../operations.module.css";
import { faultText, jobFault } from "../parts/fault-text.ts";
import { ListFrame } from "../parts/ListFrame.tsx";
import { TableHead } from "../parts/TableHead.tsx";
import { TicketDoor } from "../parts/TicketDoor.tsx";
import { JobDrawer } from "./JobDrawer.tsx";

const statuses = ["pending", "running", "dead", "failed", "done", "cancelled"] as const;

export function JobsTab() {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const [search, setParam] = useSearchParam();
  const status = statuses.find((one) => one === search.get("status")) ?? null;
  const list = useQuery(jobListQuery(status));
  const counts = useQuery(operationsQuery).data?.jobs;
  const jobs = list.data?.items ?? [];
  const shown = search.get("job");
  const show = (id: string | null) => setParam("job", id);
  const label = (value: (typeof statuses)[number]) =>
    `${t(`operations.job.statuses.${value}`)}${counts ? ` ${counts[value] ?? 0}` : ""}`;
  return (
    <>
      <div className={styles.filters}>
        <Select
          className={styles.narrow ?? ""}
          aria-label={t("operations.job.status")}
          value={status ?? ""}
          options={[
            { value: "", label: t("operations.any") },
            ...statuses.map((value) => ({ value, label: label(value) })),
          ]}
          onChange={(next: string) => setSearch(next === "" ? {} : { status: next }, { replace: true })}
        />
      </div>
      <ListFrame
        pending={list.isPending}
        error={list.data ? null : list.error}
        onRetry={() => void list.refetch()}
        count={jobs.length}
        empty={<NoJobs />}
        capped={jobs.length === mostListed}
      >
        <table className={styles.table}>
          <caption className="visually-hidden">{t("operations.tabs.jobs")}</caption>
          <TableHead columns={["action", "status", "attempts", "next", "error", "ticket"]} />
          <tbody>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} shown={job.id === shown} onShow={show} />
            ))}
          </tbody>
        </table>
      </ListFrame>
      {shown === null ? null : <JobDrawer key={shown} id={shown} onClose={() => show(null)} />}
    </>
  );
}

interface JobRowProps {
  readonly job: JobView;
  readonly shown: boolean;
  readonly onShow: (id: string) => void;
}

function JobRow({ job, shown, onShow }: JobRowProps) {
  const { t } = useTranslation();
  const names = useHoldNames();
  const name = job.action === null ? t("operations.job.reply") : names.action(job.action);
  const fault = jobFault(job.error);
  return (
    <tr data-shown={shown}>
      <td title={job.id}>
        <button
          type="button"
          className={styles.opener}
          aria-label={t("operations.job.open", { name })}
          onClick={() => onShow(job.id)}
        >
          {name}
        </button>
        {job.action === null ? null : (
          <small title={`${job.action}@${job.version}`}>
            {job.workflowName === null ? job.action : `${job.workflowName} · ${job.nodeName ?? job.node}`}
          </small>
        )}
      </td>
      <td>
        <span className={styles.mark} data-mark={job.status}>
          {t(`operations.job.statuses.${job.status}`)}
        </span>
      </td>
      <td className="num">{t("operations.job.attempts", { n: job.attempts, max: job.maxAttempts })}</td>
      <td>
        <JobInstant job={job} />
      </td>
      <td>
        {fault ? (
          <>
            {faultText(fault.code, t)}
            <small title={fault.message}>{fault.message}</small>
          </>
        ) : null}
      </td>
      <td>
        <TicketDoor about={job} />
      </td>
    </tr>
  );
}

/** When it is tried next; of one that was begun or has ended, when. */
function JobInstant({ job }: { job: JobView }) {
  const { t } = useTranslation();
  const instant = useInstantText();
  if (job.finishedAt !== null)
    return (
      <span className={styles.quiet}>
        {t("operations.job.finished", { instant: instant(job.finishedAt) })}
      </span>
    );
  if (job.status === "running" && job.startedAt !== null)
    return (
      <span className={styles.quiet}>{t("operations.job.started", { instant: instant(job.startedAt) })}</span>
    );
  return job.runAt === null ? null : t("operations.job.next", { instant: instant(job.runAt) });
}

function NoJobs() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Notice title={t("operations.empty.jobs")} text={t("operations.empty.jobsText")} drawing="empty">
      <Button onClick={() => void navigate("/operations/runs")}>{t("operations.empty.showRuns")}</Button>
    </Notice>
  );
}
