/** What failed for good and waits for a decision; what was decided earlier. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { type IncidentStatus, type IncidentView, incidentListQuery } from "../../../client/operations.ts";
import { meQuery } from "../../../client/session.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { maySettle } from "../may.ts";
import styles from "../operations.module.css";
import { ListFrame } from "../parts/ListFrame.tsx";
import { BulkBar } from "./BulkBar.tsx";
import { IncidentTable } from "./IncidentTable.tsx";
import { useSettle } from "./use-settle.tsx";

const statuses: readonly IncidentStatus[] = ["open", "retried", "skipped"];

export function IncidentsTab() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get("status")) ?? "open";
  return (
    <IncidentList
      key={status}
      status={status}
      filter={
        <Segmented<IncidentStatus>
          aria-label={t("operations.incident.status")}
          value={status}
          options={statuses.map((value) => ({ value, label: t(`operations.incident.statuses.${value}`) }))}
          onChange={(next) => setSearch(next === "open" ? {} : { status: next }, { replace: true })}
        />
      }
    />
  );
}

interface IncidentListProps {
  readonly status: IncidentStatus;
  readonly filter: ReactNode;
}

/** What was chosen and is still there: an incident that somebody else settles leaves the choice. */
const stillThere = (chosen: ReadonlySet<string>, incidents: readonly IncidentView[]): readonly string[] =>
  incidents.map(({ id }) => id).filter((id) => chosen.has(id));

function IncidentList({ status, filter }: IncidentListProps) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(incidentListQuery(status));
  const settles = maySettle(useQuery(meQuery).data);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const settle = useSettle(() => setChosen(new Set()));
  const incidents = list.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = stillThere(chosen, incidents);
  const open = status === "open";
  return (
    <>
      <div className={styles.filters}>
        {filter}
        {open && !settles && incidents.length > 0 ? (
          <span className={styles.quiet}>{t("operations.incident.readOnly")}</span>
        ) : null}
        {open && settles ? <BulkBar ids={ids} settle={settle} onClear={() => setChosen(new Set())} /> : null}
      </div>
      <ListFrame
        pending={list.isPending}
        error={list.data ? null : list.error}
        onRetry={() => void list.refetch()}
        count={incidents.length}
        empty={<NoIncidents open={open} />}
        more={
          list.hasNextPage
            ? { loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }
            : undefined
        }
      >
        <IncidentTable
          incidents={incidents}
          chosen={chosen}
          settle={open && settles ? settle : null}
          onChoose={setChosen}
        />
      </ListFrame>
    </>
  );
}

function NoIncidents({ open }: { open: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const name = open ? "incidents" : "settled";
  return (
    <Notice title={t(`operations.empty.${name}`)} text={t(`operations.empty.${name}Text`)} drawing="empty">
      {open ? (
        <Button onClick={() => void navigate("/operations/runs")}>{t("operations.empty.showRuns")}</Button>
      ) : null}
    </Notice>
  );
}
