/** Holding the engine, a workflow or an action: said beforehand what waits then and what does not. */
import { useQuery } from "@tanstack/react-query";
import { Input, Modal, Radio, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../../client/documents.ts";
import type { Hold, HoldKind } from "../../../client/operations.ts";
import { catalogQuery } from "../../../client/workspace.ts";
import { inLanguage } from "../../../explain/names.ts";
import styles from "./holds.module.css";
import { useChangeHold } from "./use-hold.tsx";

const kinds: readonly HoldKind[] = ["engine", "workflow", "action"];

export interface HoldDialogProps {
  readonly held: readonly Hold[];
  readonly onClose: () => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What of a kind can be held: live workflows, and actions, each id once whatever its versions. */
function useChoices(kind: HoldKind, held: readonly Hold[]): readonly Choice[] {
  const { i18n } = useTranslation();
  const workflows = useQuery(documentsQuery("workflow")).data ?? [];
  const actions = useQuery(catalogQuery).data?.actions ?? [];
  const all: Readonly<Record<HoldKind, readonly Choice[]>> = {
    engine: [],
    workflow: workflows
      .filter(({ liveRevision }) => liveRevision !== null)
      .map(({ key, name }) => ({ value: key, label: name || key })),
    action: [
      ...new Map(
        actions.map(({ id, label }) => [id, `${inLanguage(label, i18n.language)} (${id})`] as const),
      ),
    ].map(([value, label]) => ({ value, label })),
  };
  const taken = held.filter((one) => one.kind === kind).map(({ key }) => key);
  return all[kind].filter(({ value }) => !taken.includes(value));
}

export function HoldDialog({ held, onClose }: HoldDialogProps) {
  const { t } = useTranslation();
  const engineHeld = held.some(({ kind }) => kind === "engine");
  const [kind, setKind] = useState<HoldKind>(engineHeld ? "workflow" : "engine");
  const [key, setKey] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const change = useChangeHold();
  const id = useId();
  const missing = kind !== "engine" && key === null;
  const submit = () => {
    setTried(true);
    if (missing) return;
    const body = { kind, ...(key === null ? {} : { key }), paused: true, reason: reason.trim() };
    change.mutate(body, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={t("operations.hold.title")}
      okText={t("operations.hold.ok")}
      okButtonProps={{ danger: kind === "engine" }}
      cancelText={t("operations.hold.cancel")}
      confirmLoading={change.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <Radio.Group
          aria-label={t("operations.hold.kind")}
          optionType="button"
          value={kind}
          options={kinds.map((value) => ({
            value,
            label: t(`operations.hold.kinds.${value}`),
            disabled: value === "engine" && engineHeld,
          }))}
          onChange={({ target }) => {
            setKind(target.value as HoldKind);
            setKey(null);
            setTried(false);
          }}
        />
        {kind === "engine" ? null : (
          <Which id={id} kind={kind} held={held} value={key} fault={tried && missing} onChange={setKey} />
        )}
        <Effect kind={kind} />
        <div className={styles.field}>
          <label htmlFor={`${id}-reason`}>{t("operations.hold.reason")}</label>
          <Input.TextArea
            id={`${id}-reason`}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 4 }}
            onChange={({ target }) => setReason(target.value)}
          />
          <small>{t("operations.hold.reasonHint")}</small>
        </div>
      </div>
    </Modal>
  );
}

interface WhichProps {
  readonly id: string;
  readonly kind: Exclude<HoldKind, "engine">;
  readonly held: readonly Hold[];
  readonly value: string | null;
  readonly fault: boolean;
  readonly onChange: (key: string | null) => void;
}

function Which({ id, kind, held, value, fault, onChange }: WhichProps) {
  const { t } = useTranslation();
  const choices = useChoices(kind, held);
  const what = t(`operations.hold.which.${kind}`);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{what}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: "label" }}
        value={value}
        status={fault ? "error" : ""}
        placeholder={t("operations.hold.choose")}
        options={[...choices]}
        onChange={onChange}
      />
      {fault ? <small data-fault>{t("operations.hold.needed", { what })}</small> : null}
    </div>
  );
}

function Effect({ kind }: { kind: HoldKind }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.effect} aria-live="polite">
      <dt>{t("operations.hold.waits")}</dt>
      <dd>{t(`operations.hold.effect.${kind}.waits`)}</dd>
      <dt>{t("operations.hold.goesOn")}</dt>
      <dd>{t(`operations.hold.effect.${kind}.goesOn`)}</dd>
    </dl>
  );
}
