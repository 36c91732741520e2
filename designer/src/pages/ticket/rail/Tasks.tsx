/** Open tasks of the ticket's workflows; each is finished by one of its named outcomes. */
import { Button, Popconfirm } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskView } from "../../../client/types.ts";
import { useNames } from "../../../explain/use-names.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import type { ChangeTicket } from "../use-ticket.ts";
import styles from "./rail.module.css";
import { parseTaskFields } from "./task-fields.ts";

const TaskForm = lazy(async () => ({ default: (await import("./TaskForm.tsx")).TaskForm }));

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
      {editable ? <Outcomes task={task} change={change} /> : null}
    </li>
  );
}

/** A task without a form asks once more; one with a form is completed in it. */
function Outcomes({ task, change }: { task: TaskView; change: ChangeTicket }) {
  const fields = parseTaskFields(task.form);
  const [chosen, setChosen] = useState<Outcome | null>(null);
  return (
    <div>
      {task.outcomes.map((outcome) =>
        fields.length > 0 ? (
          <Button key={outcome.id} size="small" onClick={() => setChosen(outcome)}>
            {outcome.name}
          </Button>
        ) : (
          <ConfirmedOutcome key={outcome.id} task={task} outcome={outcome} change={change} />
        ),
      )}
      <Suspense fallback={null}>
        {chosen ? (
          <TaskForm
            task={task}
            outcome={chosen}
            fields={fields}
            change={change}
            onClose={() => setChosen(null)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

type Outcome = TaskView["outcomes"][number];

interface ConfirmedOutcomeProps {
  readonly task: TaskView;
  readonly outcome: Outcome;
  readonly change: ChangeTicket;
}

function ConfirmedOutcome({ task, outcome, change }: ConfirmedOutcomeProps) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={t("ticket.task.confirm", { title: task.title, outcome: outcome.name })}
      okText={t("ticket.action.ok")}
      cancelText={t("ticket.action.cancel")}
      onConfirm={() => change({ kind: "task", task: task.id, outcome: outcome.id })}
    >
      <Button size="small">{outcome.name}</Button>
    </Popconfirm>
  );
}
