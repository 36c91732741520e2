/** Runs by workflow and status, the newest first; one is opened beside the list. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { runListQuery } from "../../../client/operations.ts";
import { mayPublish, meQuery } from "../../../client/session.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { useSearchParam } from "../../../ui/use-search-param.ts";
import styles from "../operations.module.css";
import { ListFrame } from "../parts/ListFrame.tsx";
import { WorkflowSelect } from "../parts/WorkflowSelect.tsx";
import { MoveDialog } from "./MoveDialog.tsx";
import { RunDrawer } from "./RunDrawer.tsx";
import { RunTable } from "./RunTable.tsx";
import { runStatuses } from "./run-table.ts";

type Param = "workflow" | "status" | "run";

function useParams() {
  const [, setSearch] = useSearchParams();
  const [search, setParam] = useSearchParam();
  const set = (name: Param, value: string | null) => setParam(name, value, { replace: name !== "run" });
  const clear = () => setSearch({}, { replace: true });
  return {
    workflow: search.get("workflow"),
    status: search.get("status"),
    run: search.get("run"),
    set,
    clear,
  };
}

export function RunsTab() {
  const { workflow, status, run, set, clear } = useParams();
  const known = runStatuses.find((one) => one === status) ?? null;
  const list = useInfiniteQuery(runListQuery({ workflow, status: known }));
  const runs = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Filters workflow={workflow} status={known} onChange={set} />
      <ListFrame
        pending={list.isPending}
        error={list.data ? null : list.error}
        onRetry={() => void list.refetch()}
        count={runs.length}
        empty={<NoRuns filtered={workflow !== null || known !== null} onClear={clear} />}
        more={
          list.hasNextPage
            ? { loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }
            : undefined
        }
      >
        <RunTable runs={runs} shown={run} onShow={(id) => set("run", id)} />
      </ListFrame>
      {run === null ? null : <RunDrawer key={run} id={run} onClose={() => set("run", null)} />}
    </>
  );
}

interface FiltersProps {
  readonly workflow: string | null;
  readonly status: string | null;
  readonly onChange: (name: Param, value: string | null) => void;
}

function Filters({ workflow, status, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const mayMove = mayPublish(useQuery(meQuery).data);
  const [moving, setMoving] = useState(false);
  return (
    <div className={styles.filters}>
      <WorkflowSelect value={workflow} onChange={(next) => onChange("workflow", next)} />
      <Select
        className={styles.narrow ?? ""}
        aria-label={t("operations.run.status")}
        value={status ?? ""}
        options={[
          { value: "", label: t("operations.any") },
          ...runStatuses.map((value) => ({ value, label: t(`words.run.${value}`) })),
        ]}
        onChange={(next: string) => onChange("status", next === "" ? null : next)}
      />
      {mayMove ? (
        <Button className={styles.aside ?? ""} onClick={() => setMoving(true)}>
          {t("operations.move.button")}
        </Button>
      ) : null}
      {moving ? <MoveDialog workflow={workflow} onClose={() => setMoving(false)} /> : null}
    </div>
  );
}

function NoRuns({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (filtered)
    return (
      <Notice title={t("operations.empty.runsNone")} drawing="empty">
        <Button onClick={onClear}>{t("operations.empty.clear")}</Button>
      </Notice>
    );
  return (
    <Notice title={t("operations.empty.runs")} text={t("operations.empty.runsText")} drawing="empty">
      <Button onClick={() => void navigate("/workflows")}>{t("operations.empty.drawFlow")}</Button>
    </Notice>
  );
}
