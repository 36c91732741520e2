/** Where the workflows went, in miniature: the last steps of each run. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { revisionQuery } from "../../../client/documents.ts";
import type { PathStep, RunView } from "../../../client/types.ts";
import { catalogQuery } from "../../../client/workspace.ts";
import { kindsOf, nodeById, portsOf } from "../../../editor/workflow/model.ts";
import { inLanguage } from "../../../explain/names.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { JobUnderWay } from "./JobUnderWay.tsx";
import styles from "./rail.module.css";

/** Steps shown of each run; earlier ones are counted. */
const shownSteps = 8;

export function RunPath({ runs }: { runs: readonly RunView[] }) {
  const { t } = useTranslation();
  if (runs.length === 0) return <p className={styles.none}>{t("ticket.rail.noRuns")}</p>;
  return runs.map((run) => <Run key={run.id} run={run} />);
}

/** The labels of ports in the revision that the run follows; their ids until it is there. */
function usePortName({ workflow, revision }: RunView): (step: PathStep) => string {
  const { i18n } = useTranslation();
  const document = useQuery(revisionQuery("workflow", workflow, revision)).data?.document;
  const catalog = useQuery(catalogQuery).data;
  return ({ node: id, port }) => {
    const node = document && nodeById(document, id);
    const ports = node && catalog ? portsOf(node, kindsOf(catalog)) : [];
    const label = ports.find((each) => each.id === port)?.label;
    return label ? inLanguage(label, i18n.language) : (port ?? "");
  };
}

function Run({ run }: { run: RunView }) {
  const { t } = useTranslation();
  const portName = usePortName(run);
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
            port={portName(step)}
            here={run.status === "active" && index === steps.length - 1 && step.port === null}
          />
        ))}
      </ol>
      {(run.waiting ?? []).map(({ for: wait }) =>
        wait?.type === "job" && typeof wait.job === "string" ? (
          <JobUnderWay key={wait.job} id={wait.job} />
        ) : null,
      )}
    </div>
  );
}

interface StepProps {
  readonly step: PathStep;
  /** What the port it was left by is called. */
  readonly port: string;
  readonly here: boolean;
}

function Step({ step, port, here }: StepProps) {
  const { t } = useTranslation();
  return (
    <li className={styles.step} data-here={here}>
      <span className={styles.stepDot} aria-hidden="true" />
      <span>{step.name ?? step.node}</span>
      {step.port === null || step.port === "out" ? null : (
        <small className={styles.port} title={t("ticket.run.port", { port })}>
          → {port}
        </small>
      )}
      {here ? <small>{t("ticket.run.here")}</small> : <Instant at={step.at} />}
    </li>
  );
}
