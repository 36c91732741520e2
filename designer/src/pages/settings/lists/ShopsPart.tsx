/** Where customers buy. */
import type { Settings, Shop } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../client/request.ts";
import { channelsQuery } from "../../../client/workspace.ts";
import { useNames } from "../../../explain/use-names.ts";
import { PartFrame } from "../edit/PartFrame.tsx";
import { PartLoader } from "../edit/PartLoader.tsx";
import { shopsCodec } from "../edit/part-codec.ts";
import { newUid, type Row } from "../edit/rows.ts";
import { usePartEdit } from "../edit/use-part-edit.ts";
import { KeyedTable } from "./KeyedTable.tsx";
import styles from "./lists.module.css";

const blank = (): Row<Shop> => ({
  uid: newUid(),
  fresh: true,
  item: { key: "", label: { zh: "", en: "" } },
});

/** A shop of no channel says nothing of it. */
const withChannel = ({ key, label }: Shop, channel: string | undefined): Shop =>
  channel === undefined ? { key, label } : { key, label, channel };

export function ShopsPart({ readOnly }: { readOnly: boolean }) {
  return <PartLoader part="shops">{(read) => <Shops read={read} readOnly={readOnly} />}</PartLoader>;
}

function Shops({ read, readOnly }: { read: Answer<Settings["shops"]>; readOnly: boolean }) {
  const { t } = useTranslation();
  const names = useNames();
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const edit = usePartEdit(shopsCodec, read);
  return (
    <PartFrame edit={edit} readOnly={readOnly}>
      <KeyedTable
        kind="shop"
        rows={edit.draft}
        onChange={edit.set}
        faults={edit.faults}
        readOnly={readOnly}
        blank={blank}
        choiceTitle={t("settings.place.channel")}
        choice={(shop, change) => (
          <Select
            aria-label={`${t("settings.place.channel")} · ${shop.key}`}
            className={styles.choice ?? ""}
            allowClear
            disabled={readOnly}
            value={shop.channel ?? null}
            options={channels.map(({ key }) => ({ value: key, label: names.channel(key) }))}
            onChange={(channel: string | null | undefined) => change(withChannel(shop, channel ?? undefined))}
          />
        )}
      />
    </PartFrame>
  );
}
