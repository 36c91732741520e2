/** What is held in words, and letting it go on. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../../client/documents.ts";
import { changeHold, type Hold } from "../../../client/operations.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { catalogQuery } from "../../../client/workspace.ts";
import { inLanguage } from "../../../explain/names.ts";
import { errorText } from "../../../ui/error-text.ts";

/** The names of workflows and actions; a key without one is shown as it is. */
export function useHoldNames(): {
  readonly workflow: (key: string) => string;
  readonly action: (id: string) => string;
} {
  const { i18n } = useTranslation();
  const workflows = useQuery(documentsQuery("workflow")).data;
  const actions = useQuery(catalogQuery).data?.actions;
  return {
    workflow: (key) => workflows?.find((one) => one.key === key)?.name || key,
    action: (id) => {
      const known = actions?.find((one) => one.id === id);
      return known ? inLanguage(known.label, i18n.language) : id;
    },
  };
}

/** `流程「退款」已暂停`. */
export function useHoldText(): (hold: Pick<Hold, "kind" | "key">) => string {
  const { t } = useTranslation();
  const names = useHoldNames();
  return ({ kind, key }) =>
    kind === "engine"
      ? t("operations.hold.engine")
      : t(`operations.hold.${kind}`, { name: names[kind](key ?? "") });
}

/** What is held, without saying that it is: for questions and messages. */
export function useHeldName(): (hold: Pick<Hold, "kind" | "key">) => string {
  const { t } = useTranslation();
  const names = useHoldNames();
  return ({ kind, key }) => (kind === "engine" ? t("operations.hold.kinds.engine") : names[kind](key ?? ""));
}

/** Holds or lets go on; everything on the page is asked for anew. */
export function useChangeHold() {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const name = useHeldName();
  return useMutation({
    mutationFn: changeHold,
    onSuccess: (state, { kind, key = null, paused }) => {
      client.setQueryData(queryKeys.operationsState, state);
      const what = name({ kind, key });
      void message.success(t(paused ? "operations.hold.done" : "operations.hold.resumed", { what }));
    },
    onError: (error) => void message.error(errorText(error, t, i18n.language), 6),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.operations }),
  });
}

/** Asks, saying what happens at once, and lets it go on. */
export function useResume(): (hold: Hold) => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const change = useChangeHold();
  const name = useHeldName();
  return ({ kind, key }) =>
    void modal.confirm({
      title: t("operations.hold.resumeTitle", { what: name({ kind, key }) }),
      content: t("operations.hold.resumeText"),
      okText: t("operations.hold.resume"),
      cancelText: t("operations.hold.cancel"),
      onOk: () =>
        change
          .mutateAsync({ kind, ...(key === null ? {} : { key }), paused: false })
          // Told by the mutation.
          .catch(() => undefined),
    });
}
