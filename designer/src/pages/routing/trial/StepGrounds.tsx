/** Every step up to where the ticket ended, with everybody who was considered there. */
import type { AgentConsidered, RoutingDecision, SluiceDocument } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import type { PreviewStep, RoutingPreview } from "../../../client/routing.ts";
import type { SentenceContext } from "../../../explain/sentence-context.ts";
import { useNames } from "../../../explain/use-names.ts";
import { RoutingGrounds } from "../../../explain/why/RoutingGrounds.tsx";
import { useInstantText } from "../../../ui/Instant.tsx";
import { poolName } from "../words.ts";
import styles from "./routing-trial.module.css";

export interface StepGroundsProps {
  readonly answer: RoutingPreview;
  readonly document: SluiceDocument<"routing">;
}

export function StepGrounds({ answer, document }: StepGroundsProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { steps, decision } = answer;
  const nameOf = ({ type, group, pool }: PreviewStep) => {
    if (type === "sticky") return t("routing.step.sticky");
    return group === undefined ? poolName(document.spec, pool ?? "") : names.group(group);
  };
  return (
    <section className={styles.steps}>
      <h3>{t("routing.trial.who")}</h3>
      {steps
        .filter(({ step }) => step <= decision.step)
        .map((step) => (
          <div key={step.step} className={styles.step} data-reached={step.step === decision.step}>
            <h4>{t("routing.trial.step", { step: step.step + 1, name: nameOf(step) })}</h4>
            <Considered step={step} decision={decision} />
          </div>
        ))}
    </section>
  );
}

const isInside = ({ reason }: AgentConsidered): boolean => reason !== "not-in-group";

function Considered({ step, decision }: { step: PreviewStep; decision: RoutingDecision }) {
  const { t } = useTranslation();
  const context: SentenceContext = { t, names: useNames(), instant: useInstantText() };
  const inside = step.considered.filter(isInside);
  const outside = step.considered.length - inside.length;
  if (step.type === "pool") return <p className={styles.quiet}>{t("routing.trial.nobody")}</p>;
  if (step.type === "sticky" && inside.length === 0)
    return <p className={styles.quiet}>{t("routing.trial.noFamiliar")}</p>;
  // Elsewhere than at its own step nobody was chosen, whoever was in front.
  const here = step.step === decision.step;
  const outcome: RoutingDecision["outcome"] = here
    ? decision.outcome
    : { type: "waiting", group: step.group ?? "", timeoutAt: null };
  return (
    <>
      <RoutingGrounds decision={{ ...decision, outcome, considered: inside }} context={context} />
      {outside > 0 ? <p className={styles.quiet}>{t("routing.trial.others", { count: outside })}</p> : null}
    </>
  );
}
