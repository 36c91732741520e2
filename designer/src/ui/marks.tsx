/** The small marks that say priority, status and tags; never by colour alone. */
import type { Priority, TicketStatus } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import styles from "./ui.module.css";

export function PriorityBadge({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  return (
    <span className={`${styles.priority} ${styles[priority]}`} title={t(`words.priority.${priority}`)}>
      {priority}
    </span>
  );
}

export function StatusMark({ status }: { status: TicketStatus }) {
  const { t } = useTranslation();
  return (
    <span className={styles.status}>
      <span className={styles.dot} data-status={status} aria-hidden="true" />
      <span>{t(`words.status.${status}`)}</span>
    </span>
  );
}

export function TagMark({ text }: { text: string }) {
  return (
    <span className={styles.tag} title={text}>
      {text}
    </span>
  );
}
