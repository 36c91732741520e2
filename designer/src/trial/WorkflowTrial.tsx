/** The test run of a workflow: a ticket on the left, its path through the drawing on the right. Nothing is sent. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Alert, Button, Empty } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TrialAnswer } from "../client/trials.ts";
import type { DrawingProps } from "../document/drawing.ts";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { TrialNext } from "./TrialNext.tsx";
import { TrialOutcome } from "./TrialOutcome.tsx";
import { TrialTicket } from "./TrialTicket.tsx";
import { TrialVisits } from "./TrialVisits.tsx";
import styles from "./trial.module.css";
import { useTrial } from "./trial-context.ts";
import { trialPath } from "./trial-path.ts";
import type { TrialStory } from "./trial-story.ts";

export function WorkflowTrial(props: DrawingProps<"workflow">) {
  const { document } = props;
  const trial = useTrial();
  const run = (story: TrialStory) => trial.run(story, [document]);
  return (
    <div className={styles.panel}>
      <TrialTicket onRun={run} />
      <div className={styles.result} aria-live="polite">
        {trial.error ? <ErrorNotice error={trial.error} /> : null}
        {trial.answer && !trial.error ? (
          <Result {...props} answer={trial.answer} onRun={run} />
        ) : trial.error ? null : (
          <Nothing />
        )}
      </div>
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("trial.empty")} />;
}

interface ResultProps extends DrawingProps<"workflow"> {
  readonly answer: TrialAnswer;
  readonly onRun: (story: TrialStory) => void;
}

function Result({ answer, document, ask, onRun }: ResultProps) {
  const { t } = useTranslation();
  const trial = useTrial();
  const path = useMemo(() => trialPath(answer, document), [answer, document]);
  const stale = trial.ranOn[0] !== document;
  const look = (index: number) => {
    const node = path.visits[index]?.visit;
    trial.setAt(index);
    const place = document.spec.nodes.findIndex(({ id }) => id === node?.node);
    if (node?.workflow === document.key && place >= 0) ask(`/spec/nodes/${place}`);
  };
  const pin = (node: string, ok: boolean) => {
    const { story } = trial;
    onRun({ ...story, pins: { ...story.pins, [node]: ok ? { ok, output: {} } : { ok } } });
  };
  return (
    <>
      <div className={styles.bar}>
        <TrialOutcome ticket={answer.ticket} />
        <Stepper count={path.visits.length} onLook={look} />
      </div>
      <TrialNext answer={answer} onRun={onRun} />
      {stale ? (
        <Alert
          type="info"
          showIcon
          title={t("trial.stale")}
          action={
            <Button size="small" onClick={() => onRun(trial.story)}>
              {t("trial.again")}
            </Button>
          }
        />
      ) : null}
      {path.states.size === 0 ? <Alert type="warning" showIcon title={t("trial.notTriggered")} /> : null}
      <TrialVisits answer={answer} visits={path.visits} workflow={document.key} onLook={look} onPin={pin} />
    </>
  );
}

function Stepper({ count, onLook }: { count: number; onLook: (index: number) => void }) {
  const { t } = useTranslation();
  const { at, clear } = useTrial();
  const place = at ?? -1;
  return (
    <div className={styles.stepper}>
      <Button
        size="small"
        aria-label={t("trial.previous")}
        icon={<LeftOutlined aria-hidden />}
        disabled={place <= 0}
        onClick={() => onLook(place - 1)}
      />
      <span className="num">{t("trial.step", { at: place + 1, count })}</span>
      <Button
        size="small"
        aria-label={t("trial.nextStep")}
        icon={<RightOutlined aria-hidden />}
        disabled={place >= count - 1}
        onClick={() => onLook(place + 1)}
      />
      <Button size="small" type="text" onClick={clear}>
        {t("trial.clear")}
      </Button>
    </div>
  );
}
