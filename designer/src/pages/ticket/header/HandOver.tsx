/** Giving the ticket to an agent or to another department. */
import { useQuery } from "@tanstack/react-query";
import { Button, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgentView, Ticket } from "../../../client/types.ts";
import { agentsQuery, groupsQuery } from "../../../client/workspace.ts";
import { useNames } from "../../../explain/use-names.ts";
import styles from "../ticket.module.css";
import type { ChangeTicket } from "../use-ticket.ts";
import { agentLoad } from "./agent-load.ts";

type Target = "assign" | "transfer";

export interface HandOverProps {
  readonly ticket: Ticket;
  readonly change: ChangeTicket;
  readonly busy: boolean;
}

export function HandOver({ ticket, change, busy }: HandOverProps) {
  const { t } = useTranslation();
  const [target, setTarget] = useState<Target | null>(null);
  return (
    <>
      <Button disabled={busy} onClick={() => setTarget("assign")}>
        {t("ticket.action.assign")}
      </Button>
      <Button disabled={busy} onClick={() => setTarget("transfer")}>
        {t("ticket.action.transfer")}
      </Button>
      {target === null ? null : (
        <HandOverDialog
          key={target}
          target={target}
          ticket={ticket}
          change={change}
          onClose={() => setTarget(null)}
        />
      )}
    </>
  );
}

interface HandOverDialogProps {
  readonly target: Target;
  readonly ticket: Ticket;
  readonly change: ChangeTicket;
  readonly onClose: () => void;
}

function HandOverDialog({ target, ticket, change, onClose }: HandOverDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const confirm = async () => {
    if (chosen === null) return;
    setSending(true);
    const taken = await change({
      kind: "act",
      action: target === "assign" ? { do: "assign", agent: chosen } : { do: "transfer", group: chosen },
    });
    setSending(false);
    if (taken) onClose();
  };
  return (
    <Modal
      open
      title={t(`ticket.action.${target}Title`)}
      okText={t("ticket.action.ok")}
      cancelText={t("ticket.action.cancel")}
      okButtonProps={{ disabled: chosen === null, loading: sending }}
      onOk={() => void confirm()}
      onCancel={onClose}
      closable={false}
      width={440}
    >
      {target === "assign" ? (
        <AgentSelect except={ticket.assignee} value={chosen} onChange={setChosen} />
      ) : (
        <>
          <p className={styles.explain}>{t("ticket.action.transferText")}</p>
          <GroupSelect except={ticket.group} value={chosen} onChange={setChosen} />
        </>
      )}
    </Modal>
  );
}

interface PickProps {
  readonly except: string | null;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

function AgentSelect({ except, value, onChange }: PickProps) {
  const { t } = useTranslation();
  const agents = useQuery(agentsQuery).data?.items ?? [];
  return (
    <Select
      autoFocus
      style={{ width: "100%" }}
      aria-label={t("ticket.action.assignTitle")}
      placeholder={t("ticket.action.assignSearch")}
      showSearch={{ optionFilterProp: "text" }}
      value={value}
      onChange={onChange}
      options={agents
        .filter(({ id }) => id !== except)
        .map((agent) => ({ value: agent.id, text: agent.name, label: <AgentLine agent={agent} /> }))}
    />
  );
}

function AgentLine({ agent }: { agent: AgentView }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <span className={styles.agentLine}>
      <span
        className={styles.presence}
        data-presence={agent.presence}
        title={t(`words.presence.${agent.presence}`)}
      />
      <span>{agent.name}</span>
      <small>{agent.groups.map(names.group).join(", ")}</small>
      <small className="num">{t("ticket.action.loadOf", agentLoad(agent))}</small>
    </span>
  );
}

function GroupSelect({ except, value, onChange }: PickProps) {
  const { t } = useTranslation();
  const names = useNames();
  const groups = useQuery(groupsQuery).data?.items ?? [];
  return (
    <Select
      autoFocus
      style={{ width: "100%" }}
      aria-label={t("ticket.action.transferTitle")}
      placeholder={t("ticket.action.transferTitle")}
      showSearch={{ optionFilterProp: "label" }}
      value={value}
      onChange={onChange}
      options={groups
        .filter(({ key }) => key !== except)
        .map(({ key }) => ({ value: key, label: names.group(key) }))}
    />
  );
}
