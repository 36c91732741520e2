/** Where tickets come from, and which capacity of an agent they take. */
import type { Channel, Settings } from "@sluice/schemas";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../client/request.ts";
import { PartFrame } from "../edit/PartFrame.tsx";
import { PartLoader } from "../edit/PartLoader.tsx";
import { channelsCodec } from "../edit/part-codec.ts";
import { newUid, type Row } from "../edit/rows.ts";
import { usePartEdit } from "../edit/use-part-edit.ts";
import { KeyedTable } from "./KeyedTable.tsx";
import styles from "./lists.module.css";

const blank = (): Row<Channel> => ({
  uid: newUid(),
  fresh: true,
  item: { key: "", label: { zh: "", en: "" }, kind: "ticket" },
});

export function ChannelsPart({ readOnly }: { readOnly: boolean }) {
  return <PartLoader part="channels">{(read) => <Channels read={read} readOnly={readOnly} />}</PartLoader>;
}

function Channels({ read, readOnly }: { read: Answer<Settings["channels"]>; readOnly: boolean }) {
  const { t } = useTranslation();
  const edit = usePartEdit(channelsCodec, read);
  return (
    <PartFrame edit={edit} readOnly={readOnly}>
      <KeyedTable
        kind="channel"
        rows={edit.draft}
        onChange={edit.set}
        faults={edit.faults}
        readOnly={readOnly}
        blank={blank}
        choiceTitle={t("settings.place.kind")}
        choice={(channel, change) => (
          <Select
            aria-label={`${t("settings.place.kind")} · ${channel.key}`}
            className={styles.choice ?? ""}
            disabled={readOnly}
            value={channel.kind}
            options={(["chat", "ticket"] as const).map((value) => ({
              value,
              label: t(`settings.capacity.${value}`),
            }))}
            onChange={(kind: Channel["kind"]) => change({ ...channel, kind })}
          />
        )}
      />
    </PartFrame>
  );
}
