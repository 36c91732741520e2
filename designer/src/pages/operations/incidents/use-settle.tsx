/** Retrying and skipping incidents, one or many: asked about, with progress, and what has come of it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Settling, settleIncident } from "../../../client/operations.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { errorText } from "../../../ui/error-text.ts";
import { type Progress, settleAll } from "../parts/settle-all.ts";

export interface SettlingNow extends Progress {
  readonly how: Settling;
}

export interface Settle {
  /** Of one incident: a retry is done at once, skipping asks. */
  readonly one: (id: string, how: Settling) => void;
  /** Of many: always asks. */
  readonly many: (ids: readonly string[], how: Settling) => void;
  readonly stop: () => void;
  readonly progress: SettlingNow | null;
}

export function useSettle(onSettled: () => void): Settle {
  const { t, i18n } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const stopped = useRef(false);
  const [progress, setProgress] = useState<SettlingNow | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: queryKeys.operations });
  const single = useMutation({
    mutationFn: ({ id, how }: { id: string; how: Settling }) => settleIncident(id, how),
    onSuccess: (_, { how }) =>
      void message.success(
        t(how === "retry" ? "operations.incident.retried" : "operations.incident.skipped", { count: 1 }),
      ),
    onError: (error) => void message.error(errorText(error, t, i18n.language), 6),
    onSettled: refresh,
  });

  async function run(ids: readonly string[], how: Settling): Promise<void> {
    stopped.current = false;
    setProgress({ how, total: ids.length, done: 0, failed: 0 });
    const last = await settleAll({
      items: ids,
      call: (id) => settleIncident(id, how),
      onProgress: (step) => setProgress({ how, ...step }),
      isStopped: () => stopped.current,
    });
    setProgress(null);
    onSettled();
    await refresh();
    tell(last, how);
  }

  function tell({ total, done, failed }: Progress, how: Settling): void {
    const settled = t(how === "retry" ? "operations.incident.retried" : "operations.incident.skipped", {
      count: done - failed,
    });
    const parts = [
      done < total ? t("operations.incident.stopped", { done, total }) : settled,
      ...(failed > 0 ? [t("operations.incident.failed", { count: failed })] : []),
    ];
    void message[failed > 0 ? "warning" : "success"](parts.join(" · "), failed > 0 ? 6 : 3);
  }

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
    many: (ids, how) => ask(ids.length, how, () => void run(ids, how)),
    stop: () => {
      stopped.current = true;
    },
    progress,
  };
}
