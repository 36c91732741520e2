/** Moving the open runs of a workflow to another revision: counted first, nodes without a place given one, then all or none. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { documentsQuery, revisionsQuery } from "../../../client/documents.ts";
import { type Move, type MovePlan, movePlanQuery, moveRuns } from "../../../client/operations.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { errorText } from "../../../ui/error-text.ts";
import { Moved } from "./Moved.tsx";
import { MovePlaces } from "./MovePlaces.tsx";
import { isReady } from "./move.ts";
import styles from "./run.module.css";

export interface MoveDialogProps {
  /** The workflow that the list is narrowed to. */
  readonly workflow: string | null;
  readonly onClose: () => void;
}

export function MoveDialog({ workflow: chosen, onClose }: MoveDialogProps) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const [workflow, setWorkflow] = useState(chosen);
  const [to, setTo] = useState<number | null>(null);
  const [mapping, setMapping] = useState<Move["mapping"]>({});
  const move: Move = { workflow: workflow ?? "", mapping, ...(to === null ? {} : { to }) };
  const plan = useQuery({ ...movePlanQuery(move), enabled: workflow !== null });
  const go = useMutation({
    mutationFn: moveRuns,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.operations }),
  });
  const ready = workflow !== null && !plan.isPlaceholderData && isReady(plan.data);
  return (
    <Modal
      open
      width={640}
      title={t("operations.move.title")}
      okText={t("operations.move.go", { count: plan.data?.runs ?? 0 })}
      okButtonProps={{ disabled: !ready, style: go.data ? { display: "none" } : {} }}
      cancelText={t(go.data ? "operations.move.close" : "operations.move.cancel")}
      confirmLoading={go.isPending}
      onOk={() => go.mutate({ ...move, to: plan.data?.to ?? 0 })}
      onCancel={onClose}
    >
      {go.data ? (
        <Moved result={go.data} />
      ) : (
        <div className={styles.move}>
          <p className={styles.quiet}>{t("operations.move.lead")}</p>
          <WhichRevision
            workflow={workflow}
            to={to}
            onChange={(nextWorkflow, nextTo) => {
              setWorkflow(nextWorkflow);
              setTo(nextTo);
              setMapping({});
            }}
          />
          {go.error ? <Alert type="error" showIcon title={errorText(go.error, t, i18n.language)} /> : null}
          {plan.error && workflow !== null ? (
            <ErrorNotice error={plan.error} onRetry={() => void plan.refetch()} />
          ) : null}
          {plan.data && workflow !== null ? (
            <Plan plan={plan.data} mapping={mapping} onMap={setMapping} />
          ) : null}
        </div>
      )}
    </Modal>
  );
}

interface WhichProps {
  readonly workflow: string | null;
  readonly to: number | null;
  readonly onChange: (workflow: string, to: number | null) => void;
}

function WhichRevision({ workflow, to, onChange }: WhichProps) {
  const { t } = useTranslation();
  const workflows = useQuery(documentsQuery("workflow")).data ?? [];
  const revisions = useQuery({
    ...revisionsQuery("workflow", workflow ?? ""),
    enabled: workflow !== null,
  }).data;
  const live = revisions?.find((one) => one.live)?.revision;
  return (
    <div className={styles.which}>
      <Select
        aria-label={t("operations.move.workflow")}
        showSearch={{ optionFilterProp: "label" }}
        value={workflow}
        placeholder={t("operations.move.choose")}
        options={workflows
          .filter(({ liveRevision }) => liveRevision !== null)
          .map(({ key, name }) => ({ value: key, label: name || key }))}
        onChange={(next: string) => onChange(next, null)}
      />
      <Select
        aria-label={t("operations.move.to")}
        disabled={workflow === null}
        value={to ?? live ?? null}
        options={(revisions ?? []).map(({ revision }) => ({
          value: revision,
          label: t(revision === live ? "operations.move.live" : "operations.move.revision", { revision }),
        }))}
        onChange={(next: number) => workflow !== null && onChange(workflow, next)}
      />
    </div>
  );
}

interface PlanProps {
  readonly plan: MovePlan;
  readonly mapping: Move["mapping"];
  readonly onMap: (mapping: Move["mapping"]) => void;
}

function Plan({ plan, mapping, onMap }: PlanProps) {
  const { t } = useTranslation();
  const { runs, ready } = plan;
  return (
    <>
      <p role="status">
        {runs === 0 ? t("operations.move.none") : t("operations.move.runs", { runs, ready })}
      </p>
      <MovePlaces plan={plan} mapping={mapping} onMap={onMap} />
    </>
  );
}
