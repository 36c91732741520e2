/** What failed for good and waits for a decision; what was decided earlier. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Segmented, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import {
  type IncidentChoice,
  type IncidentFilter,
  type IncidentStatus,
  type IncidentView,
  incidentListQuery,
  operationsQuery,
} from "../../../client/operations.ts";
import { meQuery } from "../../../client/session.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { useSearchParam } from "../../../ui/use-search-param.ts";
import { maySettle } from "../may.ts";
import styles from "../operations.module.css";
import { ListFrame } from "../parts/ListFrame.tsx";
import { WorkflowSelect } from "../parts/WorkflowSelect.tsx";
import { BulkBar } from "./BulkBar.tsx";
import { IncidentTable } from "./IncidentTable.tsx";
import { Unsettled } from "./Unsettled.tsx";
import { useSettle } from "./use-settle.tsx";

const statuses: readonly IncidentStatus[] = ["open", "retried", "skipped"];

const kinds = ["job", "node", "reply", "reference"] as const;

export function IncidentsTab() {
  const { t } = useTranslation();
  const [search, setParam] = useSearchParam();
  const status = statuses.find((one) => one === search.get("status")) ?? "open";
  const kind = kinds.find((one) => one === search.get("kind")) ?? null;
  const workflow = search.get("workflow");
  const set = (name: string, value: string | null) => setParam(name, value, { replace: true });
  return (
    <IncidentList
      key={`${status} ${kind} ${workflow}`}
      filter={{ status, kind, workflow }}
      filters={
        <>
          <Segmented<IncidentStatus>
            aria-label={t("operations.incident.status")}
            value={status}
            options={statuses.map((value) => ({ value, label: t(`operations.incident.statuses.${value}`) }))}
            onChange={(next) => set("status", next === "open" ? null : next)}
          />
          <WorkflowSelect value={workflow} onChange={(next) => set("workflow", next)} />
          <Select
            className={styles.narrow ?? ""}
            aria-label={t("operations.incident.kind")}
            value={kind ?? ""}
            options={[
              { value: "", label: t("operations.any") },
              ...kinds.map((value) => ({ value, label: t(`operations.incident.kinds.${value}`) })),
            ]}
            onChange={(next: string) => set("kind", next === "" ? null : next)}
          />
        </>
      }
    />
  );
}

interface IncidentListProps {
  readonly filter: IncidentFilter;
  readonly filters: ReactNode;
}

/** What was chosen and is still there: an incident that somebody else settles leaves the choice. */
const stillThere = (chosen: ReadonlySet<string>, incidents: readonly IncidentView[]): readonly string[] =>
  incidents.map(({ id }) => id).filter((id) => chosen.has(id));

/** All that match the filter, as the server is asked for them. */
const allOf = ({ kind, workflow }: IncidentFilter): IncidentChoice => ({
  filter: {
    status: "open",
    ...(kind === null ? {} : { kind }),
    ...(workflow === null ? {} : { workflow }),
  },
});

function IncidentList({ filter, filters }: IncidentListProps) {
  const { t } = useTranslation();
  const { status } = filter;
  const list = useInfiniteQuery(incidentListQuery(filter));
  const total = useQuery(operationsQuery).data?.incidents.open ?? 0;
  const settles = maySettle(useQuery(meQuery).data);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const settle = useSettle(() => setChosen(new Set()));
  const incidents = list.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = stillThere(chosen, incidents);
  const open = status === "open";
  const narrowed = filter.kind !== null || filter.workflow !== null;
  // Everything in sight is chosen and there is more below: the rest is meant too, where its number can be told.
  const everything = !narrowed && list.hasNextPage && ids.length === incidents.length;
  const all = everything ? { choice: allOf(filter), count: Math.max(total, ids.length) } : null;
  return (
    <>
      <div className={styles.filters}>
        {filters}
        {open && !settles && incidents.length > 0 ? (
          <span className={styles.quiet}>{t("operations.incident.readOnly")}</span>
        ) : null}
        {open && settles ? (
          <BulkBar ids={ids} all={all} settle={settle} onClear={() => setChosen(new Set())} />
        ) : null}
      </div>
      {settle.job && settle.job.status !== "running" && settle.job.failed > 0 ? (
        <Unsettled job={settle.job} onClose={settle.dismiss} />
      ) : null}
      <ListFrame
        pending={list.isPending}
        error={list.data ? null : list.error}
        onRetry={() => void list.refetch()}
        count={incidents.length}
        empty={<NoIncidents open={open} narrowed={narrowed} />}
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

function NoIncidents({ open, narrowed }: { open: boolean; narrowed: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (narrowed) return <Notice title={t("operations.empty.incidentsNone")} drawing="empty" />;
  const name = open ? "incidents" : "settled";
  return (
    <Notice title={t(`operations.empty.${name}`)} text={t(`operations.empty.${name}Text`)} drawing="empty">
      {open ? (
        <Button onClick={() => void navigate("/operations/runs")}>{t("operations.empty.showRuns")}</Button>
      ) : null}
    </Notice>
  );
}
