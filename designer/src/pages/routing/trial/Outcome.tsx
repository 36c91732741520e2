/** What becomes of the tried ticket, in one line. */
import type { SluiceDocument } from "@sluice/schemas";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RoutingPreview } from "../../../client/routing.ts";
import { useNames } from "../../../explain/use-names.ts";
import { PriorityBadge, TagMark } from "../../../ui/marks.tsx";
import { poolName } from "../words.ts";
import styles from "./routing-trial.module.css";
import { isFallback } from "./trial-marks.ts";

export interface OutcomeProps {
  readonly answer: RoutingPreview;
  readonly document: SluiceDocument<"routing">;
  readonly children: ReactNode;
}

export function Outcome({ answer, document, children }: OutcomeProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { outcome, step } = answer.decision;
  const { ticket } = answer;
  const route = answer.routes.find((each) => each.route === answer.route);
  const said =
    outcome.type === "assigned"
      ? t("routing.trial.outcome.assigned", { agent: names.agent(outcome.agent) })
      : outcome.type === "pooled"
        ? t("routing.trial.outcome.pooled", { pool: poolName(document.spec, outcome.pool) })
        : t("routing.trial.outcome.waiting", { group: names.group(outcome.group) });
  return (
    <section className={styles.outcome} aria-label={t("trial.outcome")}>
      <strong>{said}</strong>
      <span className={styles.quiet}>
        {isFallback(answer)
          ? t("routing.trial.fallback")
          : t("routing.trial.where", { route: route?.name || answer.route, step: step + 1 })}
        {route?.campaign ? ` · ${t("routing.trial.campaignRoute", { campaign: route.campaign })}` : ""}
      </span>
      <span className={styles.facts}>
        <PriorityBadge priority={ticket.priority} />
        <span>{ticket.category ? names.category(ticket.category) : t("routing.trial.noCategory")}</span>
        <span className={styles.quiet}>
          {names.channel(ticket.channel)} · {t(`routing.trial.kind.${ticket.kind}`)}
        </span>
        {ticket.tags.slice(0, 4).map((tag) => (
          <TagMark key={tag} text={tag} />
        ))}
      </span>
      {children}
    </section>
  );
}
