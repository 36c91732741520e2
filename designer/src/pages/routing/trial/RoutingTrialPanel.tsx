/** Try a ticket: who gets it under the draft, by which route and step, and why not each of the others. */
import { Button, Empty } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../../../document/drawing.ts";
import { CategoryPicker } from "../../../fields/CategoryPicker.tsx";
import { TrialTicket } from "../../../trial/TrialTicket.tsx";
import { useTrial } from "../../../trial/trial-context.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { AskedRoutes } from "./AskedRoutes.tsx";
import { Outcome } from "./Outcome.tsx";
import styles from "./routing-trial.module.css";
import { useRoutingTrial } from "./routing-trial.ts";
import { StepGrounds } from "./StepGrounds.tsx";

/** Typing in the drawing is not answered letter by letter. */
const restMs = 400;

/** Asks again while the drawing changes under an answer. */
function useFollowing({ document }: DrawingProps<"routing">) {
  const { story } = useTrial();
  const { answer, ranOn, run, error } = useRoutingTrial();
  const stale = answer !== null && ranOn !== document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the drawing, not the form
  useEffect(() => {
    if (!stale || error !== null) return;
    const timer = setTimeout(() => run(story, document), restMs);
    return () => clearTimeout(timer);
  }, [stale, document]);
  return stale;
}

export function RoutingTrialPanel(props: DrawingProps<"routing">) {
  const { document } = props;
  const { t } = useTranslation();
  const { story } = useTrial();
  const { answer, error, run, clear, category, setCategory } = useRoutingTrial();
  const stale = useFollowing(props);
  return (
    <div className={styles.panel}>
      <div className={styles.form}>
        {story.source.kind === "typed" ? (
          <div className={styles.category}>
            <span className={styles.quiet}>{t("routing.trial.category")}</span>
            <CategoryPicker
              size="small"
              optional
              aria-label={t("routing.trial.category")}
              value={category}
              onChange={setCategory}
            />
          </div>
        ) : null}
        <TrialTicket onRun={(tried) => run(tried, document)} />
      </div>
      <div className={styles.result} aria-live="polite" data-stale={stale}>
        {error ? <ErrorNotice error={error} /> : null}
        {answer && !error ? (
          <>
            <Outcome answer={answer} document={document}>
              <Button size="small" type="text" onClick={clear}>
                {t("routing.trial.clear")}
              </Button>
            </Outcome>
            <div className={styles.grounds}>
              <AskedRoutes answer={answer} />
              <StepGrounds answer={answer} document={document} />
            </div>
          </>
        ) : null}
        {answer || error ? null : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("routing.trial.empty")} />
        )}
      </div>
    </div>
  );
}
