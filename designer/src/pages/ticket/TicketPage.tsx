/** One ticket: what happened on the left, what matters now on the right. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useCrumb } from "../../app/shell/crumb.ts";
import { mayWork, meQuery } from "../../client/session.ts";
import type { Ticket } from "../../client/types.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { Composer } from "./Composer.tsx";
import { TicketHeader } from "./header/TicketHeader.tsx";
import { TicketRail } from "./rail/TicketRail.tsx";
import styles from "./ticket.module.css";
import { Timeline } from "./timeline/Timeline.tsx";
import { useTicket, useTicketChange } from "./use-ticket.ts";

export function TicketPage() {
  const { id = "" } = useParams();
  const { query, ticket, etag, receivedAt } = useTicket(id);
  useCrumb(ticket ? `#${ticket.number}` : null);
  if (ticket) return <TicketView key={id} ticket={ticket} etag={etag} receivedAt={receivedAt} />;
  if (query.isError) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={styles.loading}>
      <SkeletonRows rows={14} />
      <SkeletonRows rows={14} />
    </div>
  );
}

interface TicketViewProps {
  readonly ticket: Ticket;
  readonly etag: string | undefined;
  readonly receivedAt: number;
}

function TicketView({ ticket, etag, receivedAt }: TicketViewProps) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data ?? null;
  const { change, busy } = useTicketChange(ticket, etag);
  const works = mayWork(me);
  return (
    <article className={styles.page} aria-label={`#${ticket.number} ${ticket.subject}`}>
      <TicketHeader ticket={ticket} me={works ? me : null} change={change} busy={busy} />
      <section className={styles.left} aria-label={t("ticket.timeline.label")}>
        <Timeline ticket={ticket} />
        {works ? <Composer ticket={ticket} change={change} /> : null}
      </section>
      <TicketRail ticket={ticket} receivedAt={receivedAt} change={change} editable={works} />
    </article>
  );
}
