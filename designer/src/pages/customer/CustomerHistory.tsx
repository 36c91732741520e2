/** The customer's tickets, newest first, all of them or a part. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { CustomerView } from "../../client/customers.ts";
import { ticketListQuery } from "../../client/tickets.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { TicketTable } from "../tickets/TicketTable.tsx";
import styles from "./customer.module.css";
import { countOf, type HistoryView, historyQuery, historyViews, parseHistoryView } from "./customer-view.ts";

export function CustomerHistory({ view }: { view: CustomerView }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const shown = parseHistoryView(search);
  const show = (next: HistoryView) => setSearch(next === "all" ? {} : { view: next }, { replace: true });
  return (
    <>
      <div className={styles.views}>
        <Segmented<HistoryView>
          aria-label={t("customer.history")}
          value={shown}
          options={historyViews.map((value) => ({
            value,
            label: (
              <>
                {t(`customer.view.${value}`)} <span className={styles.count}>{countOf(value, view)}</span>
              </>
            ),
          }))}
          onChange={show}
        />
      </div>
      <History customer={view.customer.id} shown={shown} onShow={show} />
    </>
  );
}

interface HistoryProps {
  readonly customer: string;
  readonly shown: HistoryView;
  readonly onShow: (view: HistoryView) => void;
}

function History({ customer, shown, onShow }: HistoryProps) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(ticketListQuery(historyQuery(shown, customer)));
  if (list.isPending)
    return (
      <div className={styles.loading}>
        <SkeletonRows rows={12} />
      </div>
    );
  if (list.data === undefined) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  const tickets = list.data.pages.flatMap((page) => page.items);
  if (tickets.length === 0)
    return (
      <div className={styles.scroll}>
        <Notice title={t("customer.empty")} text={t("customer.emptyText")} drawing="empty">
          <Button onClick={() => onShow("all")}>{t("customer.showAll")}</Button>
        </Notice>
      </div>
    );
  return (
    <div className={styles.scroll} data-stale={list.isPlaceholderData}>
      <TicketTable tickets={tickets} receivedAt={list.dataUpdatedAt} />
      <footer className={styles.foot}>
        <span>{t("customer.loaded", { count: tickets.length })}</span>
        {list.hasNextPage ? (
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("customer.more")}
          </Button>
        ) : null}
      </footer>
    </div>
  );
}
