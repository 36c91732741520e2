/** How a task ended: the outcome, who gave it and when. */
import { useTranslation } from "react-i18next";
import type { TaskItem } from "../../client/tasks.ts";
import type { Names } from "../../explain/names.ts";
import { useInstantText } from "../../ui/Instant.tsx";
import styles from "./tasks.module.css";

export function TaskResult({ task, names }: { task: TaskItem; names: Names }) {
  const { t } = useTranslation();
  const instant = useInstantText();
  const last = task.answers.at(-1);
  if (task.status !== "done" || last === undefined)
    return (
      <span className={styles.quiet}>
        {t(`tasks.ended.${task.status === "open" ? "done" : task.status}`)}
      </span>
    );
  const outcome = task.outcomes.find(({ id }) => id === last.outcome)?.name ?? last.outcome;
  return (
    <>
      <div>{outcome}</div>
      <small>{t("tasks.answered", { who: names.agent(last.by), instant: instant(last.at) })}</small>
    </>
  );
}
