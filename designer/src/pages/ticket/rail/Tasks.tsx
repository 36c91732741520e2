/** Open tasks of the ticket's workflows; each is finished by one of its named outcomes. */
import { useTranslation } from "react-i18next";
import type { TaskView } from "../../../client/types.ts";
import { useNames } from "../../../explain/use-names.ts";
import { TaskOutcomes } from "../../../tasks/TaskOutcomes.tsx";
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
          <TaskOutcomes
            task={task}
            complete={(id, outcome, form) =>
              change({ kind: "task", task: id, outcome, ...(form === undefined ? {} : { form }) })
            }
          />
        </div>
      ) : null}
    </li>
  );
}
