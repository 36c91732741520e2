/** Retrying and skipping incidents, one or many: asked about, with progress, and what has come of it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type IncidentChoice,
  type Settling,
  type SettlingJob,
  settleIncident,
  settlingQuery,
  startSettling,
  stopSettling,
} from "../../../client/operations.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { errorText } from "../../../ui/error-text.ts";

export interface Settle {
  /** Of one incident: a retry is done at once, skipping asks. */
  readonly one: (id: string, how: Settling) => void;
  /** Of many, `count` of them: always asks. */
  readonly many: (choice: IncidentChoice, count: number, how: Settling) => void;
  /** What is not settled yet stays open. */
  readonly stop: () => void;
  /** Work on many, also once it has ended and some could not be settled; `null` where there is nothing to tell. */
  readonly job: SettlingJob | null;
  readonly busy: boolean;
  /** Puts away what could not be settled. */
  readonly dismiss: () => void;
}

export function useSettle(onSettled: () => void): Settle {
  const { t, i18n } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const [jobId, setJobId] = useState<string | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: queryKeys.operations });
  const fail = (error: unknown) => void message.error(errorText(error, t, i18n.language), 6);
  const single = useMutation({
    mutationFn: ({ id, how }: { id: string; how: Settling }) => settleIncident(id, how),
    onSuccess: (_, { how }) =>
      void message.success(
        t(how === "retry" ? "operations.incident.retried" : "operations.incident.skipped", { count: 1 }),
      ),
    onError: fail,
    onSettled: refresh,
  });
  const begin = useMutation({
    mutationFn: ({ choice, how }: { choice: IncidentChoice; how: Settling }) => startSettling(choice, how),
    onSuccess: ({ id }) => setJobId(id),
    onError: fail,
  });
  const job = useQuery({ ...settlingQuery(jobId ?? ""), enabled: jobId !== null }).data ?? null;
  const ended = job !== null && job.status !== "running" ? job : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the job ends
  useEffect(() => {
    if (ended === null) return;
    onSettled();
    void refresh();
    const { total, done, failed, cancelled } = ended;
    const settled = t(ended.do === "retry" ? "operations.incident.retried" : "operations.incident.skipped", {
      count: done,
    });
    const text = cancelled > 0 ? t("operations.incident.stopped", { done: done + failed, total }) : settled;
    if (failed > 0)
      void message.warning(`${text} · ${t("operations.incident.failed", { count: failed })}`, 6);
    else void message.success(text);
    if (failed === 0) setJobId(null);
  }, [ended?.id]);

  const ask = (count: number, how: Settling, go: () => void) =>
    void modal.confirm({
      title: t(how === "retry" ? "operations.incident.retryTitle" : "operations.incident.skipTitle", {
        count,
      }),
      content: t(`operations.incident.${how}Text`),
      okText: t(`operations.incident.${how}`),
      cancelText: t("operations.incident.keep"),
      okButtonProps: { danger: how === "skip" },
      onOk: go,
    });

  return {
    one: (id, how) => {
      if (how === "retry") single.mutate({ id, how });
      else ask(1, how, () => single.mutate({ id, how }));
    },
    many: (choice, count, how) => ask(count, how, () => begin.mutate({ choice, how })),
    stop: () => {
      if (jobId === null) return;
      stopSettling(jobId).then(() => client.invalidateQueries({ queryKey: queryKeys.bulkJob(jobId) }), fail);
    },
    job: jobId === null ? null : job,
    busy: begin.isPending || (jobId !== null && ended === null),
    dismiss: () => setJobId(null),
  };
}
