/** An action that would be called, with its input; the person says how it answers in the trial. */
import { Button, Space } from "antd";
import { useTranslation } from "react-i18next";
import type { TrialJob } from "../client/trials.ts";
import styles from "./trial.module.css";
import { useTrial } from "./trial-context.ts";

export interface TrialJobLineProps {
  readonly job: TrialJob;
  readonly onPin: (node: string, ok: boolean) => void;
}

export function TrialJobLine({ job, onPin }: TrialJobLineProps) {
  const { t } = useTranslation();
  const pin = useTrial().story.pins[job.node];
  const state = pin === undefined ? "open" : pin.ok ? "succeeds" : "fails";
  return (
    <div className={styles.job}>
      <span>{t("trial.wouldCall", { action: job.action })}</span>
      <code>{JSON.stringify(job.input)}</code>
      <Space size={4}>
        <span className={styles.quiet}>{t(`trial.pin.${state}`)}</span>
        <Button size="small" disabled={pin?.ok === true} onClick={() => onPin(job.node, true)}>
          {t("trial.letSucceed")}
        </Button>
        <Button size="small" disabled={pin?.ok === false} onClick={() => onPin(job.node, false)}>
          {t("trial.letFail")}
        </Button>
      </Space>
    </div>
  );
}
