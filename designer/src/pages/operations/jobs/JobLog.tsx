/** The end of a job's log, line by line, over all its tries. */
import { useTranslation } from "react-i18next";
import type { JobDetail } from "../../../client/operations.ts";
import { Instant } from "../../../ui/Instant.tsx";
import styles from "./job.module.css";

export function JobLog({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  const several = job.log.some(({ attempt }) => attempt !== job.log[0]?.attempt);
  return (
    <section>
      <h3>{t("operations.job.log")}</h3>
      {job.log.length === 0 ? <p className={styles.quiet}>{t("operations.job.noLog")}</p> : null}
      {job.logDropped > 0 ? (
        <p className={styles.quiet}>{t("operations.job.logDropped", { count: job.logDropped })}</p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long log is scrolled by keys too */}
      <ol className={styles.log} aria-label={t("operations.job.log")} tabIndex={0}>
        {job.log.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: with what has fallen out, the place of a line stays
          <li key={job.logDropped + index} data-level={line.level}>
            <Instant at={line.at} />
            <span className={styles.level}>{t(`operations.job.levels.${line.level}`)}</span>
            <span className={styles.text}>
              {several ? <small>{t("operations.job.attempt", { n: line.attempt })} </small> : null}
              {line.message}
              {line.data === undefined ? null : <code>{JSON.stringify(line.data)}</code>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
