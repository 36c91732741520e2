/** Going back to what is live: one command, so that undo brings the draft back. */
import { type DocumentKind, diffJson } from "@sluice/schemas";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import type { Frame } from "../frame.ts";

export function useDiscard<K extends DocumentKind>(frame: Frame<K>) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { standing, session } = frame;
  const live = standing?.live ?? null;
  const revision = standing?.liveRevision ?? 0;
  const ask = () => {
    if (live === null) return;
    modal.confirm({
      title: t("document.discard.title", { revision }),
      content: t("document.discard.text", { count: diffJson(live, session.getState().document).length }),
      okText: t("document.discard.ok"),
      okButtonProps: { danger: true },
      onOk: () => {
        session.replace(live, { key: "editor.commands.discard", values: { revision } });
      },
    });
  };
  return { ask, possible: live !== null && frame.changed };
}
