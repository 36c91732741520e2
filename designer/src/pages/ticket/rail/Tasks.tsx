/** Open tasks of the ticket's workflows; each is finished by one of its named outcomes. */
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import type { TaskView } from "../../../client/types.ts";
import { useNames } from "../../../explain/use-names.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import type { ChangeTicket } from "../use-ticket.ts";
import styles from "./rail.module.css";

export interface TasksProps {
  readonly tasks: readonly TaskView[];
  readonly change: ChangeTicket;
  readonly editable: boolean;
}

export function Tasks({ tasks, change, editable }: TasksProps) {
  return (
    <ul className={styles.tasks}>
      {tasks.map((task) => (
        <TaskCard key={task.id} task={task} change={change} editable={editable} />
      ))}
    </ul>
  );
}

function TaskCard({ task, change, editable }: { task: TaskView; change: ChangeTicket; editable: boolean }) {
  const { t } = useTranslation();
  const names = useNames();
  const instant = useInstantText();
  const who = task.assignee ? names.agent(task.assignee) : task.group ? names.group(task.group) : "";
  const due = task.dueAt ? t("ticket.task.due", { instant: instant(task.dueAt) }) : "";
  return (
    <li className={styles.task}>
      <p>{task.title}</p>
      <small>{[who, due].filter(Boolean).join(" · ")}</small>
      {editable ? (
        <div>
          {task.outcomes.map(({ id, name }) => (
            <Popconfirm
              key={id}
              title={t("ticket.task.confirm", { title: task.title, outcome: name })}
              okText={t("ticket.action.ok")}
              cancelText={t("ticket.action.cancel")}
              onConfirm={() => change({ kind: "task", task: task.id, outcome: id })}
            >
              <Button size="small">{name}</Button>
            </Popconfirm>
          ))}
        </div>
      ) : null}
    </li>
  );
}
