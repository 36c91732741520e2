/** The house itself: its name, the zone in which its times are meant, when a closed ticket is closed for good. */
import type { Settings } from "@sluice/schemas";
import { Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../client/request.ts";
import { formatInstantFully } from "../../../format/instant.ts";
import { useNowEvery } from "../../../ui/use-now.ts";
import { Labelled, useFaultText } from "../edit/Labelled.tsx";
import { PartFrame } from "../edit/PartFrame.tsx";
import { PartLoader } from "../edit/PartLoader.tsx";
import { workspaceCodec } from "../edit/part-codec.ts";
import { usePartEdit } from "../edit/use-part-edit.ts";
import styles from "../settings.module.css";
import { keptDays, withKeptDays } from "./kept-days.ts";

const zones = [...new Set(["Asia/Shanghai", "UTC", ...Intl.supportedValuesOf("timeZone")])];

export function WorkspacePart({ readOnly }: { readOnly: boolean }) {
  return <PartLoader part="workspace">{(read) => <Workspace read={read} readOnly={readOnly} />}</PartLoader>;
}

function Workspace({ read, readOnly }: { read: Answer<Settings["workspace"]>; readOnly: boolean }) {
  const { t, i18n } = useTranslation();
  const edit = usePartEdit(workspaceCodec, read);
  const faultText = useFaultText(edit.faults);
  const now = useNowEvery(1_000);
  const { draft, set } = edit;
  return (
    <PartFrame edit={edit} readOnly={readOnly}>
      <div className={styles.card}>
        <Labelled
          label={t("settings.place.name")}
          hint={t("settings.workspace.nameHint")}
          fault={faultText("", "/name")}
        >
          {(attributes) => (
            <Input
              {...attributes}
              maxLength={100}
              disabled={readOnly}
              value={draft.name}
              onChange={({ target }) => set({ ...draft, name: target.value })}
            />
          )}
        </Labelled>
        <Labelled
          label={t("settings.place.timezone")}
          hint={t("settings.workspace.zoneHint", {
            now: formatInstantFully(now, i18n.language, draft.timezone),
          })}
          fault={faultText("", "/timezone")}
        >
          {(attributes) => (
            <Select
              {...attributes}
              showSearch
              disabled={readOnly}
              value={draft.timezone}
              options={zones.map((zone) => ({ value: zone, label: zone }))}
              onChange={(timezone) => set({ ...draft, timezone })}
            />
          )}
        </Labelled>
        <Labelled
          label={t("settings.place.closedFinalDays")}
          hint={t("settings.workspace.finalHint")}
          fault={faultText("", "/closedFinalDays")}
        >
          {(attributes) => (
            <InputNumber
              {...attributes}
              min={0}
              max={3650}
              precision={0}
              disabled={readOnly}
              suffix={t("settings.workspace.days")}
              value={draft.closedFinalDays}
              onChange={(days) => set({ ...draft, closedFinalDays: days ?? 0 })}
            />
          )}
        </Labelled>
        <Labelled
          label={t("settings.place.retention")}
          hint={t("settings.workspace.retentionHint")}
          fault={faultText("", "/retention/endedRuns")}
        >
          {(attributes) => (
            <InputNumber
              {...attributes}
              min={1}
              max={36500}
              precision={0}
              disabled={readOnly}
              placeholder={t("settings.workspace.forEver")}
              suffix={t("settings.workspace.days")}
              value={keptDays(draft)}
              onChange={(days) => set(withKeptDays(draft, days))}
            />
          )}
        </Labelled>
      </div>
    </PartFrame>
  );
}
