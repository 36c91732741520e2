/** Who looks at tasks, the tasks of a tab, and completing one. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../client/errors.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { meQuery } from "../../client/session.ts";
import { completeTask, type TaskAnswers } from "../../client/tasks.ts";
import { agentsQuery } from "../../client/workspace.ts";
import type { CompleteTask } from "../../tasks/complete.ts";
import { errorText } from "../../ui/error-text.ts";
import type { TaskReader } from "./task-view.ts";

/** The person as an agent; `null` until their groups are known. */
export function useTaskReader(): TaskReader | null {
  const me = useQuery(meQuery).data;
  const agentId = me?.agentId ?? null;
  const agents = useQuery({ ...agentsQuery, enabled: agentId !== null });
  return useMemo(() => {
    if (me === undefined || me === null) return null;
    if (agentId === null) return { agentId, groups: [] };
    if (agents.isPending) return null;
    return { agentId, groups: agents.data?.items.find(({ id }) => id === agentId)?.groups ?? [] };
  }, [me, agentId, agents.isPending, agents.data]);
}

interface Completion {
  readonly task: string;
  readonly outcome: string;
  readonly form: TaskAnswers | undefined;
}

/** Completes a task and refreshes lists and tickets, whether it was taken or not. */
export function useComplete(title: string): CompleteTask {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ task, outcome, form }: Completion) => completeTask(task, outcome, form),
    onSuccess: () => void message.success(t("tasks.done", { title })),
    onError: (error) => {
      const race = error instanceof ApiError && error.status === 409;
      void message[race ? "warning" : "error"](errorText(error, t, i18n.language), 6);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queryKeys.tasks });
      void client.invalidateQueries({ queryKey: queryKeys.tickets });
      void client.invalidateQueries({ queryKey: ["ticket"] });
    },
  });
  return (task, outcome, form) =>
    mutation.mutateAsync({ task, outcome, form }).then(
      () => true,
      // Told above; the form stays open with what was typed.
      () => false,
    );
}
