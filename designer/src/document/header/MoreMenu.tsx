/** Everything else one may do with a document. */
import { MoreOutlined } from "@ant-design/icons";
import type { DocumentKind } from "@sluice/schemas";
import { App, Button, Dropdown, type MenuProps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { exportText, saveFile } from "../export-file.ts";
import type { Frame } from "../frame.ts";
import { NewDocumentDialog } from "../list/NewDocumentDialog.tsx";
import { useRemove } from "../list/use-remove.tsx";
import { DescribeDialog } from "./DescribeDialog.tsx";
import { useDiscard } from "./use-discard.ts";

type Item = NonNullable<MenuProps["items"]>[number];

export function MoreMenu<K extends DocumentKind>({ frame }: { frame: Frame<K> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<"describe" | "duplicate" | null>(null);
  const discard = useDiscard(frame);
  const remove = useRemove(() => {
    frame.sync.close();
    void navigate(frame.basePath);
  });
  const close = () => setDialog(null);
  const exportJson = () => {
    const file = `${frame.kind}-${frame.documentKey}.json`;
    saveFile(file, exportText(frame.document));
    void message.success(t("document.menu.exported", { file }));
  };
  const live = frame.standing?.liveRevision ?? null;
  const compareWithLive = () => {
    frame.compare({ from: live ?? "nothing", to: "draft" });
    frame.showTab("revisions");
  };
  const item = (key: string, label: string, onClick: () => void, more: object = {}): Item => ({
    key,
    label,
    onClick,
    ...more,
  });
  const items: Item[] = [
    item("revisions", t("document.menu.revisions"), () => frame.showTab("revisions")),
    item("compare", t("document.menu.compare"), compareWithLive, { disabled: live === null }),
    item("describe", t("document.menu.describe"), () => setDialog("describe")),
    item("export", t("document.menu.export"), exportJson),
    ...frame.actions.map(({ key, label, run, disabled = false }) => item(key, label, run, { disabled })),
    ...(frame.readOnly
      ? []
      : [
          item("duplicate", t("document.menu.duplicate"), () => setDialog("duplicate")),
          { type: "divider" as const, key: "line" },
          item("discard", t("document.menu.discard"), discard.ask, { disabled: !discard.possible }),
        ]),
    ...(frame.mayPublish
      ? [item("delete", t("document.menu.delete"), () => remove(frame.document), { danger: true })]
      : []),
  ];
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items }} placement="bottomRight">
        <Button type="text" icon={<MoreOutlined aria-hidden />} aria-label={t("document.header.more")} />
      </Dropdown>
      {dialog === "describe" ? <DescribeDialog frame={frame} onClose={close} /> : null}
      {dialog === "duplicate" ? (
        <NewDocumentDialog
          kind={frame.kind}
          source={frame.document}
          basePath={frame.basePath}
          onClose={close}
        />
      ) : null}
    </>
  );
}
