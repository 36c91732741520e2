/** Everything that happened to the ticket, oldest first, a line each; days are headings. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { meQuery } from "../../../client/session.ts";
import { timelineQuery } from "../../../client/tickets.ts";
import type { Ticket, TimelineItem } from "../../../client/types.ts";
import type { SentenceContext } from "../../../explain/sentence-context.ts";
import { useDecisionNames } from "../../../explain/use-decision-names.ts";
import { formatDay, isSameDay } from "../../../format/instant.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { useInstantText, useZone } from "../../../ui/Instant.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import { EventRow } from "./EventRow.tsx";
import styles from "./timeline.module.css";

const kinds = ["all", "talk", "decisions"] as const;
type Kind = (typeof kinds)[number];

const isTalk = ({ type, log }: TimelineItem): boolean =>
  type === "message.received" || type === "ticket.created" || log.some((line) => line.type === "replied");

const shows = (kind: Kind, item: TimelineItem): boolean =>
  kind === "all" || (kind === "talk" ? isTalk(item) : item.decisions.length > 0);

/** Scrolls to the newest line when it comes: always to one's own, else unless the reader has gone back up. */
function useFollow(newest: TimelineItem | undefined, agentId: string | null) {
  const ref = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const id = newest?.id;
  const actor = newest?.actor.id;
  useEffect(() => {
    const element = ref.current;
    const own = agentId !== null && actor === agentId;
    if (element && id !== undefined && (own || atEnd.current)) element.scrollTop = element.scrollHeight;
  }, [id, actor, agentId]);
  const onScroll = () => {
    const element = ref.current;
    if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
  };
  return { ref, onScroll };
}

export function Timeline({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>("all");
  const me = useQuery(meQuery).data;
  const query = useQuery(timelineQuery(ticket.id));
  const items = (query.data?.items ?? []).filter((item) => shows(kind, item));
  const follow = useFollow(items.at(-1), me?.agentId ?? null);
  return (
    <>
      <div className={styles.bar}>
        <h2>{t("ticket.timeline.label")}</h2>
        <Segmented<Kind>
          size="small"
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`ticket.timeline.${value}`) }))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className={styles.scroll} tabIndex={0} {...follow}>
        {query.isPending ? <SkeletonRows rows={10} /> : null}
        {query.isError && items.length === 0 ? (
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <EventList items={items} ticket={ticket} detailed={kind !== "talk"} />
        )}
        {query.isSuccess && items.length === 0 ? (
          <p className={styles.quiet}>{t("ticket.timeline.empty")}</p>
        ) : null}
      </div>
    </>
  );
}

interface EventListProps {
  readonly items: readonly TimelineItem[];
  readonly ticket: Ticket;
  readonly detailed: boolean;
}

function EventList({ items, ticket, detailed }: EventListProps) {
  const { t, i18n } = useTranslation();
  const known = useDecisionNames();
  // The ticket's runs carry the names of their workflows; nothing else of them is needed here.
  const ofRun = new Map(ticket.runs.map((run) => [run.workflow, run.name]));
  const names = { ...known, workflow: (key: string) => ofRun.get(key) ?? key };
  const zone = useZone();
  const instant = useInstantText();
  const context: SentenceContext = { t, names, instant };
  return (
    <ol className={styles.list}>
      {items.map((item, index) => {
        const before = items[index - 1];
        const newDay = before === undefined || !isSameDay(before.at, item.at, zone);
        return (
          <li key={item.id}>
            {newDay ? <h3 className={styles.day}>{formatDay(item.at, i18n.language, zone)}</h3> : null}
            <EventRow item={item} ticket={ticket} context={context} detailed={detailed} />
          </li>
        );
      })}
    </ol>
  );
}
