/** All tickets that match, most urgent first as the api orders them, live. */
import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { mayWork, meQuery } from "../../client/session.ts";
import { ticketListQuery } from "../../client/tickets.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { NoTickets } from "./NoTickets.tsx";
import { PoolClaim } from "./PoolClaim.tsx";
import { TicketTable } from "./TicketTable.tsx";
import { isNarrowed, type TicketFilter, toTicketQuery } from "./ticket-filter.ts";
import styles from "./tickets.module.css";
import { useTicketFilter } from "./use-ticket-filter.ts";

const NewTicketDrawer = lazy(async () => ({
  default: (await import("./NewTicketDrawer.tsx")).NewTicketDrawer,
}));

/** Whether the drawer is open stands in the URL, so that a command can open it from anywhere. */
function useDrawer() {
  const [search, setSearch] = useSearchParams();
  const set = (open: boolean) =>
    setSearch(
      (current) => {
        if (open) current.set("new", "1");
        else current.delete("new");
        return current;
      },
      { replace: true },
    );
  return { open: search.get("new") === "1", show: () => set(true), hide: () => set(false) };
}

export function TicketsPage() {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data;
  const [filter, change] = useTicketFilter();
  const list = useTicketList(filter, me?.agentId ?? null);
  const drawer = useDrawer();
  const total = list.data?.pages[0]?.total;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("tickets.title")}</h1>
        {total === undefined ? null : (
          <span className={styles.total}>{t("tickets.total", { count: total })}</span>
        )}
        {mayWork(me) ? (
          <div className={styles.actions}>
            {me?.agentId ? <PoolClaim /> : null}
            <Button type="primary" icon={<PlusOutlined />} onClick={drawer.show}>
              {t("tickets.create")}
            </Button>
          </div>
        ) : null}
      </header>
      <FilterBar filter={filter} onChange={change} hasAgent={Boolean(me?.agentId)} />
      <ListBody list={list} filter={filter} onCreate={mayWork(me) ? drawer.show : undefined} />
      <Suspense fallback={null}>
        {drawer.open && mayWork(me) ? <NewTicketDrawer onClose={drawer.hide} /> : null}
      </Suspense>
    </div>
  );
}

type List = ReturnType<typeof useTicketList>;

function useTicketList(filter: TicketFilter, agentId: string | null) {
  return useInfiniteQuery(ticketListQuery(toTicketQuery(filter, agentId)));
}

interface ListBodyProps {
  readonly list: List;
  readonly filter: TicketFilter;
  readonly onCreate: (() => void) | undefined;
}

function ListBody({ list, filter, onCreate }: ListBodyProps) {
  const { t } = useTranslation();
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  const tickets = list.data.pages.flatMap((page) => page.items);
  if (tickets.length === 0) {
    const plain = filter.view === "all" || filter.view === "open";
    return (
      <NoTickets
        narrowed={!plain || isNarrowed(filter)}
        onlyOpen={filter.view === "open"}
        onCreate={onCreate}
      />
    );
  }
  return (
    <div className={styles.scroll} data-stale={list.isPlaceholderData}>
      <TicketTable tickets={tickets} receivedAt={list.dataUpdatedAt} />
      <footer className={styles.foot}>
        <span>{t("tickets.loaded", { count: tickets.length })}</span>
        {list.hasNextPage ? (
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("tickets.more")}
          </Button>
        ) : null}
      </footer>
    </div>
  );
}

function Loading() {
  return (
    <div className={styles.loading}>
      <SkeletonRows rows={18} />
    </div>
  );
}
