/** One run: the way it took node by node, where it stands, the values of its variables; and ending it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { cancelRun, type RunDetail, runQuery } from "../../../client/operations.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { meQuery } from "../../../client/session.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { errorText } from "../../../ui/error-text.ts";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import { maySettle } from "../may.ts";
import { RunPath } from "./RunPath.tsx";
import { RunStatusMark } from "./RunTable.tsx";
import { RunValues } from "./RunValues.tsx";
import styles from "./run.module.css";

function useCancel(): (id: string) => void {
  const { t, i18n } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: cancelRun,
    onSuccess: () => void message.success(t("operations.run.cancelled")),
    onError: (error) => void message.error(errorText(error, t, i18n.language), 6),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.operations }),
  });
  return (id) =>
    void modal.confirm({
      title: t("operations.run.cancelTitle"),
      content: t("operations.run.cancelText"),
      okText: t("operations.run.cancel"),
      cancelText: t("operations.run.keep"),
      okButtonProps: { danger: true },
      onOk: () => cancel.mutateAsync(id).catch(() => undefined),
    });
}

export function RunDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const run = useQuery(runQuery(id));
  const { data } = run;
  const title = data ? t("operations.run.title", { name: data.name, revision: data.revision }) : "";
  return (
    <Drawer open size={520} title={title} onClose={onClose} footer={data ? <Foot run={data} /> : null}>
      {run.isPending ? <SkeletonRows rows={10} /> : null}
      {run.isError && !data ? <ErrorNotice error={run.error} onRetry={() => void run.refetch()} /> : null}
      {data ? (
        <div className={styles.run}>
          <Head run={data} />
          <RunPath run={data} />
          <RunValues variables={data.variables} />
        </div>
      ) : null}
    </Drawer>
  );
}

function Head({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  return (
    <p className={styles.head}>
      <RunStatusMark status={run.status} />
      {run.ticket === null ? (
        <span className={styles.quiet}>{t("operations.noTicket")}</span>
      ) : (
        <Link to={`/tickets/${encodeURIComponent(run.ticket)}`}>
          {run.ticketNumber === null
            ? t("operations.openTicket")
            : t("operations.run.toTicket", { number: run.ticketNumber })}
        </Link>
      )}
      <Link to={`/workflows/${encodeURIComponent(run.workflow)}`}>{t("operations.run.toWorkflow")}</Link>
    </p>
  );
}

function Foot({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const settles = maySettle(useQuery(meQuery).data);
  const cancel = useCancel();
  if (!settles || run.status !== "active") return null;
  return (
    <Button danger onClick={() => cancel(run.id)}>
      {t("operations.run.cancel")}
    </Button>
  );
}
