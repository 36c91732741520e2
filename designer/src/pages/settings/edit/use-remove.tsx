/** Asks before something is removed, saying what refers to it. */
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { bundleQuery } from "../../../client/documents.ts";
import { type SettingTarget, settingUses } from "./setting-uses.ts";
import { UseList } from "./UseList.tsx";

export interface Removal {
  /** `null` for what was never stored: nothing can refer to it. */
  readonly target: SettingTarget | null;
  readonly name: string;
  /** Said besides, such as how many categories go with it. */
  readonly note?: string;
  readonly remove: () => void;
}

export function useRemove(): (removal: Removal) => Promise<void> {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const client = useQueryClient();
  return async ({ target, name, note, remove }) => {
    if (target === null) return remove();
    const documents = await client.ensureQueryData(bundleQuery("current")).catch(() => []);
    const uses = settingUses(documents, target);
    void modal.confirm({
      title: t("settings.remove.title", { name }),
      content: (
        <>
          {note ? <p>{note}</p> : null}
          <p>{t(uses.length > 0 ? "settings.remove.used" : "settings.remove.unused")}</p>
          <UseList uses={uses} linked={false} />
        </>
      ),
      width: 480,
      okText: t("settings.remove.ok"),
      cancelText: t("settings.cancel"),
      okButtonProps: { danger: true },
      onOk: remove,
    });
  };
}
