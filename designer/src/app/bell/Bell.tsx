/** The bell: what the person was told, newest first; each line leads to its ticket. */
import { BellOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Badge, Button, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { notificationsQuery } from "../../client/notifications.ts";
import { meQuery } from "../../client/session.ts";
import type { NotificationView } from "../../client/types.ts";
import { useNames } from "../../explain/use-names.ts";
import { Instant } from "../../ui/Instant.tsx";
import styles from "./bell.module.css";
import { notificationText } from "./notification-text.ts";
import { noteSeen, seenUntil } from "./seen.ts";

/** Nothing for people without an agent: nobody tells them anything. */
export function Bell() {
  const agent = useQuery(meQuery).data?.agentId ?? null;
  return agent === null ? null : <BellOf agent={agent} />;
}

function BellOf({ agent }: { agent: string }) {
  const { t } = useTranslation();
  const items = useQuery(notificationsQuery).data?.items ?? [];
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState(() => seenUntil(agent));
  const unseen = items.filter(({ createdAt }) => createdAt > seen).length;
  const onOpenChange = (next: boolean) => {
    setOpen(next);
    // What is new stays marked while the list is open.
    const newest = items[0]?.createdAt;
    if (next || newest === undefined) return;
    noteSeen(agent, newest);
    setSeen(newest);
  };
  const list = <NotificationList items={items} seen={seen} onLeave={() => onOpenChange(false)} />;
  return (
    <Popover content={list} trigger="click" placement="bottomRight" open={open} onOpenChange={onOpenChange}>
      <Button
        className={styles.bell ?? ""}
        type="text"
        size="small"
        aria-label={t("shell.bell.label", { count: unseen })}
        aria-expanded={open}
        icon={
          <Badge count={unseen} size="small" overflowCount={9} offset={[4, 0]}>
            <BellOutlined aria-hidden />
          </Badge>
        }
      />
    </Popover>
  );
}

interface NotificationListProps {
  readonly items: readonly NotificationView[];
  readonly seen: string;
  readonly onLeave: () => void;
}

function NotificationList({ items, seen, onLeave }: NotificationListProps) {
  const { t } = useTranslation();
  const names = useNames();
  if (items.length === 0) return <p className={styles.none}>{t("shell.bell.none")}</p>;
  return (
    <ul className={styles.list} aria-label={t("shell.bell.list")}>
      {items.map((item) => (
        <li key={item.id} data-new={item.createdAt > seen}>
          <Link to={`/tickets/${item.ticket}`} onClick={onLeave}>
            <span className={styles.text}>
              {notificationText(item, { t, names })}
              {item.ticketNumber === null ? null : (
                <small title={item.subject ?? ""}>
                  #{item.ticketNumber} {item.subject}
                </small>
              )}
            </span>
            <Instant at={item.createdAt} form="relative" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
