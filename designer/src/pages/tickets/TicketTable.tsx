/** The tickets as a table; the whole row leads to the ticket. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClockView, TicketSummary } from "../../client/types.ts";
import type { Names } from "../../explain/names.ts";
import { useNames } from "../../explain/use-names.ts";
import { mostUrgent } from "../../format/sla-remaining.ts";
import { ClockChip } from "../../ui/ClockChip.tsx";
import { Instant } from "../../ui/Instant.tsx";
import { PriorityBadge, StatusMark, TagMark } from "../../ui/marks.tsx";
import styles from "./tickets.module.css";

const columns = [
  "number",
  "priority",
  "subject",
  "channel",
  "category",
  "status",
  "owner",
  "sla",
  "age",
] as const;

export interface TicketTableProps {
  readonly tickets: readonly TicketSummary[];
  /** When the list was answered, epoch ms. */
  readonly receivedAt: number;
}

export function TicketTable({ tickets, receivedAt }: TicketTableProps) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t("tickets.title")}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              data-column={column}
              className={column === "channel" ? styles.channel : undefined}
            >
              {t(`tickets.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} names={names} receivedAt={receivedAt} />
        ))}
      </tbody>
    </table>
  );
}

interface TicketRowProps {
  readonly ticket: TicketSummary;
  readonly names: Names;
  readonly receivedAt: number;
}

function TicketRow({ ticket, names, receivedAt }: TicketRowProps) {
  return (
    <tr>
      <td className={styles.number}>{ticket.number}</td>
      <td>
        <PriorityBadge priority={ticket.priority} />
      </td>
      <td className={styles.subject}>
        <Link to={`/tickets/${ticket.id}`} title={ticket.subject}>
          {ticket.subject}
        </Link>
        <small>
          {ticket.customer.name ?? ticket.customer.id}
          {ticket.customer.tier ? ` · ${ticket.customer.tier}` : ""}
          <span className={styles.channelBelow}> · {names.channel(ticket.channel)}</span>
        </small>
      </td>
      <td className={styles.channel}>{names.channel(ticket.channel)}</td>
      <CategoryCell ticket={ticket} names={names} />
      <td className={styles.two}>
        <div>
          <StatusMark status={ticket.status} />
        </div>
        {ticket.stage ? <small>{ticket.stage}</small> : null}
      </td>
      <OwnerCell ticket={ticket} names={names} />
      <td>
        <ClockCell ticket={ticket} receivedAt={receivedAt} />
      </td>
      <td className={styles.age}>
        <Instant at={ticket.createdAt} form="relative" />
      </td>
    </tr>
  );
}

function CategoryCell({ ticket, names }: { ticket: TicketSummary; names: Names }) {
  const shown = ticket.tags.slice(0, 2);
  const hidden = ticket.tags.slice(2);
  return (
    <td className={styles.two}>
      <div>{ticket.category ? names.category(ticket.category) : ""}</div>
      <div className={styles.tags}>
        {shown.map((tag) => (
          <TagMark key={tag} text={tag} />
        ))}
        {hidden.length > 0 ? <small title={hidden.join("\n")}>+{hidden.length}</small> : null}
      </div>
    </td>
  );
}

function OwnerCell({ ticket, names }: { ticket: TicketSummary; names: Names }) {
  const { t } = useTranslation();
  const group = ticket.group ? names.group(ticket.group) : "";
  const inPool = ticket.pool
    ? t("tickets.inPool", { pool: names.pool(ticket.pool) })
    : t("tickets.unassigned");
  return (
    <td className={styles.two}>
      {ticket.assignee ? (
        <div>{names.agent(ticket.assignee)}</div>
      ) : (
        <div className={styles.quiet}>{inPool}</div>
      )}
      {group ? <small>{group}</small> : null}
    </td>
  );
}

function ClockCell({ ticket, receivedAt }: { ticket: TicketSummary; receivedAt: number }) {
  const { t } = useTranslation();
  const clocks = Object.values(ticket.sla).filter((clock): clock is ClockView => clock !== undefined);
  const clock = mostUrgent(clocks);
  if (clock === undefined) return null;
  return (
    <span className={styles.clock}>
      <ClockChip clock={clock} receivedAt={receivedAt} />
      <small>
        {t(`words.metric.${clock.metric}`)}
        {clock.state === "paused" ? ` · ${t("words.clock.paused")}` : ""}
      </small>
    </span>
  );
}
