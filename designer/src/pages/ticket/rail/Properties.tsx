/** The ticket's properties, edited in place; each edit is one change under `If-Match`. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Ticket, TicketPatch } from "../../../client/types.ts";
import { priorityList, statusList } from "../../../client/vocabulary.ts";
import { categoriesQuery } from "../../../client/workspace.ts";
import { useNames } from "../../../explain/use-names.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { PriorityBadge, StatusMark, TagMark } from "../../../ui/marks.tsx";
import type { ChangeTicket } from "../use-ticket.ts";
import { CustomFields } from "./CustomFields.tsx";
import { type Fact, FactList } from "./FactList.tsx";
import styles from "./rail.module.css";

export interface PropertiesProps {
  readonly ticket: Ticket;
  readonly change: ChangeTicket;
  readonly editable: boolean;
}

export function Properties({ ticket, change, editable }: PropertiesProps) {
  const patch = (part: TicketPatch) => void change({ kind: "patch", patch: part });
  const changed = useChangeable(ticket, patch, editable);
  const fixed = useFixed(ticket);
  return (
    <>
      <FactList facts={changed} />
      <FactList facts={fixed} />
      <CustomFields ticket={ticket} patch={patch} editable={editable} />
    </>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: { readonly value: string; readonly label: ReactNode; readonly text?: string }[];
  readonly onChange: (value: string) => void;
}

function Pick({ label, value, options, onChange }: PickProps) {
  const { t } = useTranslation();
  return (
    <Select
      className={styles.pick ?? ""}
      variant="borderless"
      size="small"
      aria-label={label}
      placeholder={t("ticket.fact.notSet")}
      value={value}
      options={options}
      showSearch={options.length > 8 ? { optionFilterProp: "text" } : false}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  );
}

function useChangeable(ticket: Ticket, patch: (part: TicketPatch) => void, editable: boolean): Fact[] {
  const { t } = useTranslation();
  const names = useNames();
  const categories = useQuery(categoriesQuery).data?.items ?? [];
  const status = (
    <Pick
      label={t("ticket.fact.status")}
      value={ticket.status}
      options={statusList.map((value) => ({ value, label: <StatusMark status={value} /> }))}
      onChange={(value) => patch({ status: value as Ticket["status"] })}
    />
  );
  const priority = (
    <Pick
      label={t("ticket.fact.priority")}
      value={ticket.priority}
      options={priorityList.map((value) => ({ value, label: <PriorityBadge priority={value} /> }))}
      onChange={(value) => patch({ priority: value as Ticket["priority"] })}
    />
  );
  const category = (
    <Pick
      label={t("ticket.fact.category")}
      value={ticket.category}
      options={categories.map(({ id }) => ({
        value: id,
        label: names.category(id),
        text: names.category(id),
      }))}
      onChange={(value) => patch({ category: value })}
    />
  );
  return [
    { name: t("ticket.fact.status"), value: editable ? status : <StatusMark status={ticket.status} /> },
    {
      name: t("ticket.fact.priority"),
      value: editable ? priority : <PriorityBadge priority={ticket.priority} />,
    },
    {
      name: t("ticket.fact.category"),
      value: editable ? category : ticket.category ? names.category(ticket.category) : null,
    },
    {
      name: t("ticket.fact.tags"),
      value: <Tags ticket={ticket} patch={patch} editable={editable} />,
      wide: ticket.tags.length > 4,
    },
  ];
}

interface TagsProps {
  readonly ticket: Ticket;
  readonly patch: (part: TicketPatch) => void;
  readonly editable: boolean;
}

function Tags({ ticket, patch, editable }: TagsProps) {
  const { t } = useTranslation();
  if (!editable) {
    return (
      <span className={styles.tags}>
        {ticket.tags.map((tag) => (
          <TagMark key={tag} text={tag} />
        ))}
      </span>
    );
  }
  const onChange = (next: string[]) => {
    const addTags = next.filter((tag) => !ticket.tags.includes(tag));
    const removeTags = ticket.tags.filter((tag) => !next.includes(tag));
    patch({ ...(addTags.length > 0 ? { addTags } : {}), ...(removeTags.length > 0 ? { removeTags } : {}) });
  };
  return (
    <Select
      className={styles.pick ?? ""}
      mode="tags"
      variant="borderless"
      size="small"
      open={false}
      suffixIcon={null}
      aria-label={t("ticket.fact.tags")}
      placeholder={t("ticket.fact.addTag")}
      value={[...ticket.tags]}
      onChange={onChange}
    />
  );
}

function useFixed(ticket: Ticket): Fact[] {
  const { t } = useTranslation();
  const names = useNames();
  const times = (count: number) => (count > 0 ? t("ticket.fact.times", { count }) : null);
  const ticketLink = (id: string | null) => (id ? <Link to={`/tickets/${id}`}>{id}</Link> : null);
  return [
    { name: t("ticket.fact.stage"), value: ticket.stage },
    {
      name: t("ticket.fact.assignee"),
      value: ticket.assignee ? names.agent(ticket.assignee) : t("tickets.unassigned"),
    },
    { name: t("ticket.fact.group"), value: ticket.group ? names.group(ticket.group) : null },
    { name: t("ticket.fact.pool"), value: ticket.pool ? names.pool(ticket.pool) : null },
    { name: t("ticket.fact.channel"), value: names.channel(ticket.channel) },
    { name: t("ticket.fact.shop"), value: ticket.shop ? names.shop(ticket.shop) : null },
    { name: t("ticket.fact.externalId"), value: ticket.externalId },
    { name: t("ticket.fact.createdAt"), value: <Instant at={ticket.createdAt} /> },
    { name: t("ticket.fact.reopened"), value: times(ticket.reopenCount) },
    { name: t("ticket.fact.transferred"), value: times(ticket.transferCount) },
    { name: t("ticket.fact.parent"), value: ticketLink(ticket.parent) },
    { name: t("ticket.fact.mergedInto"), value: ticketLink(ticket.mergedInto) },
  ];
}
