/** Where the workflows went, in miniature: the last steps of each run. */
import { useTranslation } from "react-i18next";
import type { PathStep, RunView } from "../../../client/types.ts";
import { Instant } from "../../../ui/Instant.tsx";
import styles from "./rail.module.css";

/** Steps shown of each run; earlier ones are counted. */
const shownSteps = 8;

export function RunPath({ runs }: { runs: readonly RunView[] }) {
  const { t } = useTranslation();
  if (runs.length === 0) return <p className={styles.none}>{t("ticket.rail.noRuns")}</p>;
  return runs.map((run) => <Run key={run.id} run={run} />);
}

function Run({ run }: { run: RunView }) {
  const { t } = useTranslation();
  const steps = run.path.slice(-shownSteps);
  const hidden = run.path.length - steps.length;
  return (
    <div className={styles.run}>
      <p>
        <strong title={run.workflow}>{run.name}</strong>{" "}
        <span className="num">{t("ticket.run.revision", { revision: run.revision })}</span>
        <span className={styles.runStatus} data-status={run.status}>
          {t(`words.run.${run.status}`)}
        </span>
      </p>
      {hidden > 0 ? <small>{t("ticket.run.more", { count: hidden })}</small> : null}
      <ol>
        {steps.map((step, index) => (
          <Step
            key={`${step.node}-${step.at}-${step.port ?? ""}`}
            step={step}
            here={run.status === "active" && index === steps.length - 1 && step.port === null}
          />
        ))}
      </ol>
    </div>
  );
}

function Step({ step, here }: { step: PathStep; here: boolean }) {
  const { t } = useTranslation();
  return (
    <li className={styles.step} data-here={here}>
      <span className={styles.stepDot} aria-hidden="true" />
      <span>{step.name ?? step.node}</span>
      {step.port === null || step.port === "out" ? null : (
        <small title={t("ticket.run.port", { port: step.port })}>→ {step.port}</small>
      )}
      {here ? <small>{t("ticket.run.here")}</small> : <Instant at={step.at} />}
    </li>
  );
}
