/** What workflows need people for: mine, my groups', all, and what has ended. */
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { taskCountQuery } from "../../client/tasks.ts";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { TaskList } from "./TaskList.tsx";
import { parseView, type TaskReader, type TaskViewName, taskQueryOf, viewsFor } from "./task-view.ts";
import styles from "./tasks.module.css";
import { useTaskReader } from "./use-tasks.ts";

export function TasksPage() {
  const { t } = useTranslation();
  const reader = useTaskReader();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t("tasks.title")}</h1>
        <p>{t("tasks.lead")}</p>
      </header>
      {reader ? <Views reader={reader} /> : <Loading />}
    </div>
  );
}

function Views({ reader }: { reader: TaskReader }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = parseView(search, reader);
  const show = (next: TaskViewName) => setSearch({ view: next }, { replace: true });
  return (
    <>
      <div className={styles.views}>
        <Segmented<TaskViewName>
          aria-label={t("tasks.views")}
          value={view}
          options={viewsFor(reader).map((value) => ({
            value,
            label: <ViewLabel view={value} reader={reader} />,
          }))}
          onChange={show}
        />
      </div>
      <TaskList key={view} view={view} reader={reader} onShow={show} />
    </>
  );
}

/** A tab with how many there are; room for the number is kept while it loads. */
function ViewLabel({ view, reader }: { view: TaskViewName; reader: TaskReader }) {
  const { t } = useTranslation();
  const { data } = useQuery(taskCountQuery(taskQueryOf(view, reader)));
  return (
    <span className={styles.view}>
      {t(`tasks.view.${view}`)}
      <span className={styles.count}>{data ?? ""}</span>
    </span>
  );
}

function Loading() {
  return (
    <div className={styles.loading}>
      <SkeletonRows rows={14} />
    </div>
  );
}
