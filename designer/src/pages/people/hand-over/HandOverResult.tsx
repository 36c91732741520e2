/** Who has the tickets now, and each of them with its unbroken clock. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useNames } from "../../../explain/use-names.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import styles from "./hand-over.module.css";
import { type HandedOver, type NewOwner, newOwners } from "./hand-over.ts";

/** The list of an owner's tickets. */
function addressOf({ type, key }: NewOwner): string {
  if (type === "agent") return `/tickets?assignee=${encodeURIComponent(key)}`;
  if (type === "pool") return `/tickets?pool=${encodeURIComponent(key)}`;
  return type === "group"
    ? `/tickets?group=${encodeURIComponent(key)}&assignee=none`
    : "/tickets?assignee=none";
}

function useOwnerName() {
  const { t } = useTranslation();
  const names = useNames();
  return ({ type, key }: Pick<NewOwner, "type" | "key">): string => {
    if (type === "agent") return names.agent(key);
    if (type === "pool") return names.pool(key);
    return type === "group"
      ? `${names.group(key)} · ${t("people.handOver.waiting")}`
      : t("people.handOver.waiting");
  };
}

export function HandOverResult({ result }: { result: readonly HandedOver[] }) {
  const { t } = useTranslation();
  const nameOf = useOwnerName();
  const instant = useInstantText();
  return (
    <>
      <section className={styles.owners} aria-label={t("people.handOver.owners")}>
        <h3>{t("people.handOver.owners")}</h3>
        {newOwners(result).map((owner) => (
          <Link key={`${owner.type} ${owner.key}`} to={addressOf(owner)}>
            {t("people.handOver.owner", { name: nameOf(owner), count: owner.count })}
          </Link>
        ))}
      </section>
      <section className={styles.dues} aria-label={t("people.handOver.tickets")}>
        <h3>{t("people.handOver.tickets")}</h3>
        <ul className={styles.long}>
          {result.map((ticket) => (
            <li key={ticket.id} data-ticket={ticket.id}>
              <Link className={styles.subject ?? ""} to={`/tickets/${ticket.id}`}>
                <span className="num">#{ticket.number}</span> {ticket.subject}
              </Link>
              <span>{nameOf(newOwners([ticket])[0] ?? { type: "nobody", key: "" })}</span>
              <span className={styles.quiet}>
                {ticket.due === null
                  ? t("people.handOver.noClock")
                  : ticket.sameDue
                    ? `${t("people.handOver.due", { due: instant(ticket.due) })} · ${t("people.handOver.sameDue")}`
                    : t("people.handOver.movedDue", { due: instant(ticket.due) })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
