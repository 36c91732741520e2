/** What the ticket would have become, on one line: category, priority, tags, clocks, owner. */
import { useTranslation } from "react-i18next";
import type { TrialAnswer } from "../client/trials.ts";
import { useNames } from "../explain/use-names.ts";
import { formatTarget } from "../format/duration.ts";
import { useInstantText } from "../ui/Instant.tsx";
import { PriorityBadge, StatusMark, TagMark } from "../ui/marks.tsx";
import styles from "./trial.module.css";

export function TrialOutcome({ ticket }: Pick<TrialAnswer, "ticket">) {
  const { t } = useTranslation();
  const names = useNames();
  const instant = useInstantText();
  return (
    <section className={styles.outcome} aria-label={t("trial.outcome")}>
      <PriorityBadge priority={ticket.priority} />
      <StatusMark status={ticket.status} />
      <span>{ticket.category ? names.category(ticket.category) : t("trial.noCategory")}</span>
      {ticket.tags.map((tag) => (
        <TagMark key={tag} text={tag} />
      ))}
      <span className={styles.owner}>{ownerText()}</span>
      {Object.values(ticket.sla).map((clock) => (
        <span key={clock.metric} className={styles.clock}>
          {t("trial.due", {
            metric: t(`words.metric.${clock.metric}`),
            target: formatTarget(clock.target, t),
            due: instant(clock.due),
          })}
        </span>
      ))}
    </section>
  );

  function ownerText(): string {
    if (ticket.assignee) return t("trial.assigned", { agent: names.agent(ticket.assignee) });
    if (ticket.pool) return t("trial.pooled", { pool: names.pool(ticket.pool) });
    return ticket.group ? t("trial.waiting", { group: names.group(ticket.group) }) : t("trial.nobody");
  }
}
