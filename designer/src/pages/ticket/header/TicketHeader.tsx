/** Number, subject and state, and what the person may do next; one of it is the primary button. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { TicketAction } from "../../../client/tickets.ts";
import type { Me, Ticket } from "../../../client/types.ts";
import { PriorityBadge, StatusMark, TagMark } from "../../../ui/marks.tsx";
import styles from "../ticket.module.css";
import type { ChangeTicket } from "../use-ticket.ts";
import { HandOver } from "./HandOver.tsx";

export interface TicketHeaderProps {
  readonly ticket: Ticket;
  /** The person if they may act, else `null`. */
  readonly me: Me | null;
  readonly change: ChangeTicket;
  readonly busy: boolean;
}

export function TicketHeader({ ticket, me, change, busy }: TicketHeaderProps) {
  const { t } = useTranslation();
  return (
    <header className={styles.head}>
      <div className={styles.headline}>
        <h1 title={ticket.subject}>
          <span className="num">#{ticket.number}</span> {ticket.subject}
        </h1>
        <div className={styles.meta}>
          <PriorityBadge priority={ticket.priority} />
          <StatusMark status={ticket.status} />
          {ticket.stage ? <TagMark text={ticket.stage} /> : null}
          {ticket.escalated ? (
            <strong className={styles.escalated}>{t("ticket.fact.escalated")}</strong>
          ) : null}
        </div>
      </div>
      {me ? (
        <div className={styles.actions} role="toolbar" aria-label={t("ticket.action.label")}>
          <HandOver ticket={ticket} change={change} busy={busy} />
          <OwnActions ticket={ticket} me={me} change={change} busy={busy} />
        </div>
      ) : null}
    </header>
  );
}

const isDone = (ticket: Ticket): boolean => ticket.status === "resolved" || ticket.status === "closed";

function OwnActions({ ticket, me, change, busy }: TicketHeaderProps & { me: Me }) {
  const { t } = useTranslation();
  const mine = me.agentId !== null && ticket.assignee === me.agentId;
  const free = ticket.assignee === null && me.agentId !== null && !isDone(ticket);
  // A claim is out of a pool; a ticket that waits elsewhere is taken by assigning it to oneself.
  const take: TicketAction =
    ticket.pool === null && me.agentId !== null ? { do: "assign", agent: me.agentId } : { do: "claim" };
  return (
    <>
      {mine && !isDone(ticket) ? (
        <Button disabled={busy} onClick={() => void change({ kind: "act", action: { do: "release" } })}>
          {t("ticket.action.release")}
        </Button>
      ) : null}
      {isDone(ticket) ? (
        <Button disabled={busy} onClick={() => void change({ kind: "patch", patch: { status: "open" } })}>
          {t("ticket.action.reopen")}
        </Button>
      ) : (
        <Button
          type={free ? "default" : "primary"}
          disabled={busy}
          onClick={() => void change({ kind: "patch", patch: { status: "resolved" } })}
        >
          {t("ticket.action.resolve")}
        </Button>
      )}
      {free ? (
        <Button type="primary" disabled={busy} onClick={() => void change({ kind: "act", action: take })}>
          {t("ticket.action.claim")}
        </Button>
      ) : null}
    </>
  );
}
