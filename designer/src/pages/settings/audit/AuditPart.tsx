/** Who changed what, the newest first; narrowed to somebody or something. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { auditQuery } from "../../../client/audit.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import styles from "../settings.module.css";
import { AuditFilters } from "./AuditFilters.tsx";
import { AuditLine } from "./AuditLine.tsx";
import { useAuditNames } from "./use-audit-names.ts";

export function AuditPart() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filter = { actor: search.get("actor"), target: search.get("target") };
  const list = useInfiniteQuery(auditQuery(filter));
  const names = useAuditNames();
  const change = (name: "actor" | "target", value: string | null) =>
    setSearch(
      (current) => {
        if (value === null) current.delete(name);
        else current.set(name, value);
        return current;
      },
      { replace: true },
    );
  const entries = list.data?.pages.flatMap((page) => page.items);
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <p>{t("settings.lead.audit")}</p>
        <AuditFilters filter={filter} onChange={change} />
      </div>
      {list.isPending ? (
        <div className={styles.loading}>
          <SkeletonRows rows={14} />
        </div>
      ) : null}
      {list.isError && !entries ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : null}
      {entries?.length === 0 ? (
        <Notice title={t("settings.none.audit")} drawing="empty">
          <Button onClick={() => setSearch({}, { replace: true })}>{t("settings.audit.all")}</Button>
        </Notice>
      ) : null}
      {entries && entries.length > 0 ? (
        <div className={styles.content} data-stale={list.isPlaceholderData}>
          <ol className={styles.audit}>
            {entries.map((entry) => (
              <AuditLine
                key={entry.id}
                entry={entry}
                names={names}
                onTarget={() => change("target", entry.target)}
                onActor={() => change("actor", entry.actor)}
              />
            ))}
          </ol>
          {list.hasNextPage ? (
            <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("settings.audit.more")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
