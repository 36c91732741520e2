/** What else can be done with a campaign: copied and shifted, taken out of live, exported, deleted. */
import { MoreOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mayDraw, mayPublish, meQuery } from "../../../client/session.ts";
import { exportText, saveFile } from "../../../document/export-file.ts";
import { useRemove } from "../../../document/list/use-remove.tsx";
import { EffectLines } from "../actions/EffectLines.tsx";
import { useCampaignAction } from "../actions/use-campaign-action.ts";
import { ShiftDialog } from "../ShiftDialog.tsx";
import type { CampaignEntry } from "./use-campaigns.ts";

const nothing = () => undefined;

export function CampaignMenu({ entry }: { entry: CampaignEntry }) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data;
  const [copying, setCopying] = useState(false);
  const remove = useRemove(nothing);
  const cancel = useCancel(entry);
  const { drawn, live } = entry;
  const { name } = drawn;
  const items = [
    ...(mayDraw(me)
      ? [{ key: "copy", label: t("campaign.actions.copy"), onClick: () => setCopying(true) }]
      : []),
    {
      key: "export",
      label: t("document.list.export"),
      onClick: () => saveFile(`campaign-${drawn.key}.json`, exportText(drawn)),
    },
    ...(mayPublish(me) && live
      ? [{ key: "cancel", label: t("campaign.actions.cancel"), danger: true, onClick: cancel }]
      : []),
    ...(mayPublish(me)
      ? [{ key: "delete", label: t("document.list.delete"), danger: true, onClick: () => remove(drawn) }]
      : []),
  ];
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items }} placement="bottomRight">
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined aria-hidden />}
          aria-label={t("document.list.actions", { name })}
        />
      </Dropdown>
      {copying ? <ShiftDialog source={drawn} onClose={() => setCopying(false)} /> : null}
    </>
  );
}

/** Asks before it takes a campaign out of live. */
function useCancel({ drawn, live, standing }: CampaignEntry): () => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { act } = useCampaignAction(drawn);
  const running = standing.state === "running";
  return () =>
    void modal.confirm({
      title: t("campaign.cancel.title", { name: drawn.name }),
      content: (
        <>
          <p>{t(running ? "campaign.cancel.running" : "campaign.cancel.text")}</p>
          <EffectLines phases={(live ?? drawn).spec.phases} />
        </>
      ),
      okText: t("campaign.cancel.confirm"),
      okButtonProps: { danger: true },
      onOk: () => act({ do: "cancel" }),
    });
}
