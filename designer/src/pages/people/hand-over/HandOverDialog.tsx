/** Somebody leaves: what they have open, to whom it goes, how far it is, and who has it now. */
import { Button, Modal, Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgentView } from "../../../client/types.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import type { House } from "../use-people.ts";
import { HandOverPlan } from "./HandOverPlan.tsx";
import { HandOverResult } from "./HandOverResult.tsx";
import styles from "./hand-over.module.css";
import { firstChoice, toAction } from "./hand-over.ts";
import { useHandOver } from "./use-hand-over.ts";

export interface HandOverDialogProps {
  readonly house: House;
  readonly agent: AgentView;
  readonly onClose: () => void;
}

export function HandOverDialog({ house, agent, onClose }: HandOverDialogProps) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState(firstChoice);
  const handOver = useHandOver(agent);
  const { tickets, job, result } = handOver;
  const action = toAction(choice);
  const none = tickets !== null && tickets.length === 0 && job === null;
  const confirm = async () => {
    if ((await handOver.start(none ? undefined : action)) && none) onClose();
  };
  return (
    <Modal
      open
      width={640}
      title={t("people.handOver.title", { name: agent.name })}
      onCancel={onClose}
      maskClosable={job === null}
      footer={
        job === null ? (
          <>
            <Button onClick={onClose}>{t("people.cancel")}</Button>
            <Button
              type="primary"
              loading={handOver.starting}
              disabled={tickets === null || (!none && action === undefined)}
              onClick={() => void confirm()}
            >
              {none
                ? t("people.handOver.confirmNone")
                : t("people.handOver.confirm", { count: tickets?.length ?? 0 })}
            </Button>
          </>
        ) : job.status === "running" ? (
          <Button onClick={handOver.stop}>{t("people.handOver.stop")}</Button>
        ) : (
          <>
            {job.failures.length > 0 && action ? (
              <Button onClick={() => void handOver.retry(action)}>{t("people.handOver.retry")}</Button>
            ) : null}
            <Button type="primary" onClick={onClose}>
              {t("people.handOver.finish")}
            </Button>
          </>
        )
      }
    >
      <div className={styles.body}>
        {handOver.error ? <ErrorNotice error={handOver.error} /> : null}
        {tickets === null && !handOver.error ? <SkeletonRows rows={6} /> : null}
        {tickets !== null && job === null ? (
          <HandOverPlan
            house={house}
            agent={agent}
            tickets={tickets}
            more={handOver.more}
            choice={choice}
            onChoice={setChoice}
          />
        ) : null}
        {job === null ? null : (
          <div role="status">
            <Progress
              percent={job.total === 0 ? 100 : Math.round((100 * (job.done + job.failed)) / job.total)}
              status={job.status === "running" ? "active" : job.failed > 0 ? "exception" : "success"}
              format={() => `${job.done}/${job.total}`}
            />
            <p>{progressText()}</p>
          </div>
        )}
        {job !== null && job.status !== "running" && result === null ? <SkeletonRows rows={4} /> : null}
        {result === null ? null : <HandOverResult result={result} />}
      </div>
    </Modal>
  );

  function progressText(): string {
    if (job === null) return "";
    if (job.status === "running") return t("people.handOver.progress", { done: job.done, total: job.total });
    if (job.status === "cancelled") return t("people.handOver.stopped", { done: job.done });
    const failed = job.failed > 0 ? ` ${t("people.handOver.failed", { count: job.failed })}` : "";
    return t("people.handOver.done", { count: job.done }) + failed;
  }
}
