/** Deletes somebody or something after asking; who and what still needs it is named. */
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../client/errors.ts";
import { deletePerson, type PeopleKind } from "../../../client/people.ts";
import { errorText } from "../../../ui/error-text.ts";
import { useRefreshPeople } from "../use-people.ts";

/** Reasons that are named; there may be many. */
const mostReasons = 3;

const titles = {
  agents: "people.agent.removeTitle",
  groups: "people.groups.removeTitle",
  skills: "people.skills.removeTitle",
  shifts: "people.shifts.removeTitle",
} as const;

export function useRemovePerson(kind: PeopleKind, onDone: () => void) {
  const { t, i18n } = useTranslation();
  const { modal, message } = App.useApp();
  const refresh = useRefreshPeople();
  const reasonOf = (error: unknown): string =>
    error instanceof ApiError && error.code === "resource.in-use"
      ? t("people.agent.inUse", {
          reason: error.errors
            .slice(0, mostReasons)
            .map(({ message: text }) => text)
            .join("; "),
        })
      : errorText(error, t, i18n.language);
  return (key: string, name: string, text: string) =>
    modal.confirm({
      title: t(titles[kind], { name }),
      content: text,
      okText: t("people.remove"),
      cancelText: t("people.cancel"),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await deletePerson(kind, key);
          await refresh();
          void message.success(t("people.agent.removed", { name }));
          onDone();
        } catch (error) {
          void message.error(reasonOf(error), 8);
        }
      },
    });
}
