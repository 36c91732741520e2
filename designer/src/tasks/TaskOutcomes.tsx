/** The ways a task can end, as buttons. One without a form asks once more; one with a form is completed in it. */
import { Button, Popconfirm } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskView } from "../client/types.ts";
import type { CompleteTask } from "./complete.ts";
import { parseTaskFields } from "./task-fields.ts";

const TaskForm = lazy(async () => ({ default: (await import("./TaskForm.tsx")).TaskForm }));

type Outcome = TaskView["outcomes"][number];

export interface TaskOutcomesProps {
  readonly task: TaskView;
  readonly complete: CompleteTask;
}

export function TaskOutcomes({ task, complete }: TaskOutcomesProps) {
  const fields = parseTaskFields(task.form);
  const [chosen, setChosen] = useState<Outcome | null>(null);
  return (
    <>
      {task.outcomes.map((outcome) =>
        fields.length > 0 ? (
          <Button key={outcome.id} size="small" onClick={() => setChosen(outcome)}>
            {outcome.name}
          </Button>
        ) : (
          <ConfirmedOutcome key={outcome.id} task={task} outcome={outcome} complete={complete} />
        ),
      )}
      <Suspense fallback={null}>
        {chosen ? (
          <TaskForm
            task={task}
            outcome={chosen}
            fields={fields}
            complete={complete}
            onClose={() => setChosen(null)}
          />
        ) : null}
      </Suspense>
    </>
  );
}

function ConfirmedOutcome({ task, outcome, complete }: TaskOutcomesProps & { readonly outcome: Outcome }) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={t("tasks.form.confirm", { title: task.title, outcome: outcome.name })}
      okText={t("tasks.form.ok")}
      cancelText={t("tasks.form.cancel")}
      onConfirm={() => complete(task.id, outcome.id)}
    >
      <Button size="small">{outcome.name}</Button>
    </Popconfirm>
  );
}
