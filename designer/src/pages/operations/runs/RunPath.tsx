/** The nodes that a run has passed with port and instant, and those on which it stands. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RunDetail, RunWait } from "../../../client/operations.ts";
import { JobProgress } from "../../../explain/JobProgress.tsx";
import { Instant, useInstantText } from "../../../ui/Instant.tsx";
import styles from "./run.module.css";
import { waitName } from "./run-table.ts";

export function RunPath({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const nameOf = (node: string) => run.path.find((step) => step.node === node)?.name ?? node;
  return (
    <section>
      <h3>{t("operations.run.path")}</h3>
      {run.path.length === 0 ? <p className={styles.quiet}>{t("operations.run.noPath")}</p> : null}
      <ol className={styles.path}>
        {run.path.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path only grows at its end
          <li key={index} data-here={step.port === null && run.status === "active"}>
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.node}>
              {step.name ?? step.node} <code>{step.node}</code>
            </span>
            {step.port === null ? (
              <span />
            ) : (
              <span className={styles.port} title={t("operations.run.port", { port: step.port })}>
                → {step.port}
              </span>
            )}
            <Instant at={step.at} />
            {step.job ? <StepJob job={step.job} /> : null}
          </li>
        ))}
      </ol>
      {run.waiting.length > 0 ? <h3>{t("operations.run.waiting")}</h3> : null}
      <ul className={styles.waits}>
        {run.waiting.map((wait) => (
          <Wait
            key={`${wait.node}-${wait.since}-${JSON.stringify(wait.for)}`}
            wait={wait}
            name={nameOf(wait.node)}
          />
        ))}
      </ul>
    </section>
  );
}

/** What the node's job has said, and the way to all of it. */
function StepJob({ job }: { job: NonNullable<RunDetail["path"][number]["job"]> }) {
  const { t } = useTranslation();
  return (
    <span className={styles.job}>
      <Link to={`/operations/jobs?job=${encodeURIComponent(job.id)}`}>
        {t(`operations.job.statuses.${job.status}`)}
      </Link>
      {job.status === "running" ? <JobProgress progress={job.progress} /> : null}
      <span className={styles.said}>{job.log.at(-1)?.message}</span>
    </span>
  );
}

/** Until when, where there is an end. */
function endOf({ for: what }: RunWait): string | null {
  const end = what?.at ?? what?.until;
  return typeof end === "string" ? end : null;
}

function Wait({ wait, name }: { wait: RunWait; name: string }) {
  const { t } = useTranslation();
  const instant = useInstantText();
  const kind = waitName(wait.for?.type ?? "");
  const end = endOf(wait);
  return (
    <li data-kind={kind}>
      <strong>{name}</strong>
      <span>{t(`operations.run.waits.${kind}`)}</span>
      <small>
        {t("operations.run.since", { instant: instant(wait.since) })}
        {end === null ? "" : ` · ${t("operations.run.until", { instant: instant(end) })}`}
      </small>
      {kind === "incident" ? <Link to="/operations/incidents">{t("operations.run.toIncidents")}</Link> : null}
    </li>
  );
}
