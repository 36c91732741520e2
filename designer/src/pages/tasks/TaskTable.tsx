/** Tasks as a table: until when, what, on which ticket, for whom, and the ways to end it. */
import { ClockCircleOutlined, ExclamationCircleFilled } from "@ant-design/icons";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TaskItem } from "../../client/tasks.ts";
import type { Names } from "../../explain/names.ts";
import { useNames } from "../../explain/use-names.ts";
import { TaskOutcomes } from "../../tasks/TaskOutcomes.tsx";
import { Instant, useInstantText } from "../../ui/Instant.tsx";
import { PriorityBadge } from "../../ui/marks.tsx";
import { useNowEvery } from "../../ui/use-now.ts";
import { dueFace } from "./due-face.ts";
import { TaskResult } from "./TaskResult.tsx";
import styles from "./tasks.module.css";
import { useComplete } from "./use-tasks.ts";

export interface TaskTableProps {
  readonly tasks: readonly TaskItem[];
  /** They show how they ended rather than how they may. */
  readonly ended: boolean;
  readonly editable: boolean;
}

export function TaskTable({ tasks, ended, editable }: TaskTableProps) {
  const { t } = useTranslation();
  const names = useNames();
  const columns = ["due", "task", "ticket", "owner", ended ? "result" : "outcome"] as const;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t("tasks.title")}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`tasks.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <DueCell task={task} ended={ended} />
            <td className={styles.two}>
              <div className={styles.title} title={task.title}>
                {task.title}
              </div>
              {task.needed > 1 ? (
                <small>{t("tasks.agreed", { given: task.answers.length, needed: task.needed })}</small>
              ) : null}
            </td>
            <TicketCell task={task} />
            <OwnerCell task={task} names={names} />
            <td className={styles.outcomes}>
              {ended ? (
                <TaskResult task={task} names={names} />
              ) : (
                <Outcomes task={task} editable={editable} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DueCell({ task, ended }: { task: TaskItem; ended: boolean }) {
  const { t } = useTranslation();
  const now = useNowEvery(10_000);
  const instant = useInstantText();
  const face = dueFace(task.dueAt, now, t);
  if (face === null || task.dueAt === null) return <td className={styles.due}>{t("tasks.due.none")}</td>;
  if (ended)
    return (
      <td className={styles.due}>
        <Instant at={task.dueAt} />
      </td>
    );
  return (
    <td className={styles.due} data-tone={face.tone}>
      <div>
        {face.tone === "overdue" ? (
          <ExclamationCircleFilled aria-hidden />
        ) : (
          <ClockCircleOutlined aria-hidden />
        )}
        {face.text}
      </div>
      <small>{instant(task.dueAt)}</small>
    </td>
  );
}

function TicketCell({ task }: { task: TaskItem }) {
  const { t } = useTranslation();
  if (task.ticket === null) return <td className={styles.quiet}>{t("tasks.noTicket")}</td>;
  return (
    <td className={styles.two}>
      <div className={styles.ticket}>
        {task.priority ? <PriorityBadge priority={task.priority} /> : null}
        <Link to={`/tickets/${task.ticket}`} title={task.subject ?? ""}>
          <span className="num">#{task.ticketNumber}</span> {task.subject}
        </Link>
      </div>
      {task.customer ? (
        <small>
          <Link to={`/customers/${encodeURIComponent(task.customer.id)}`}>
            {task.customer.name ?? task.customer.id}
          </Link>
        </small>
      ) : null}
    </td>
  );
}

function OwnerCell({ task, names }: { task: TaskItem; names: Names }) {
  const { t } = useTranslation();
  const group = task.group ? names.group(task.group) : "";
  return (
    <td className={styles.two}>
      {task.assignee ? (
        <div>{names.agent(task.assignee)}</div>
      ) : (
        <Tooltip title={t("tasks.anybody")}>
          <div>{group}</div>
        </Tooltip>
      )}
      {task.assignee && group ? <small>{group}</small> : null}
    </td>
  );
}

function Outcomes({ task, editable }: { task: TaskItem; editable: boolean }) {
  const { t } = useTranslation();
  const complete = useComplete(task.title);
  if (!editable || task.ticket === null) return <span className={styles.quiet}>{t("tasks.readOnly")}</span>;
  return (
    <div className={styles.buttons}>
      <TaskOutcomes task={task} complete={complete} />
    </div>
  );
}
