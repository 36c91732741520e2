/** The tasks of one tab, live, page by page. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { mayDraw, mayWork, meQuery } from "../../client/session.ts";
import { taskListQuery } from "../../client/tasks.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { TaskTable } from "./TaskTable.tsx";
import { type TaskReader, type TaskViewName, taskQueryOf } from "./task-view.ts";
import styles from "./tasks.module.css";

export interface TaskListProps {
  readonly view: TaskViewName;
  readonly reader: TaskReader;
  readonly onShow: (view: TaskViewName) => void;
}

export function TaskList({ view, reader, onShow }: TaskListProps) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(taskListQuery(taskQueryOf(view, reader)));
  const me = useQuery(meQuery).data;
  if (list.isPending)
    return (
      <div className={styles.loading}>
        <SkeletonRows rows={14} />
      </div>
    );
  if (list.data === undefined) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  const tasks = list.data.pages.flatMap((page) => page.items);
  if (tasks.length === 0) return <NoTasks view={view} onShow={onShow} />;
  return (
    <div className={styles.scroll}>
      <TaskTable tasks={tasks} ended={view === "done"} editable={mayWork(me)} />
      <footer className={styles.foot}>
        <span>{t("tasks.loaded", { count: tasks.length })}</span>
        {list.hasNextPage ? (
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("tasks.more")}
          </Button>
        ) : null}
      </footer>
    </div>
  );
}

function NoTasks({ view, onShow }: Pick<TaskListProps, "view" | "onShow">) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draws = mayDraw(useQuery(meQuery).data);
  const personal = view === "mine" || view === "group";
  return (
    <div className={styles.none}>
      <Notice title={t(`tasks.empty.${view}`)} text={t(`tasks.empty.${view}Text`)} drawing="empty">
        {personal ? <Button onClick={() => onShow("open")}>{t("tasks.empty.showAll")}</Button> : null}
        {view === "open" && draws ? (
          <Button onClick={() => void navigate("/workflows")}>{t("tasks.empty.drawFlow")}</Button>
        ) : null}
      </Notice>
    </div>
  );
}
