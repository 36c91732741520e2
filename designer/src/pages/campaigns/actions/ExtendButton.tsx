/** Moves the end of a campaign to later: by an hour or two, or to a chosen instant. */
import { FieldTimeOutlined } from "@ant-design/icons";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Campaign } from "../../../client/campaigns.ts";
import { instantLike } from "../../../editor/campaign/instants.ts";
import { InstantField } from "../../../fields/InstantField.tsx";
import { formatDuration } from "../../../format/duration.ts";
import { useInstantText, useZone } from "../../../ui/Instant.tsx";
import { ActionButton } from "./ActionButton.tsx";
import styles from "./actions.module.css";
import { useCampaignAction } from "./use-campaign-action.ts";

const hour = 3_600_000;
const steps = [hour, 2 * hour, 24 * hour] as const;

export function ExtendButton({ campaign, small = true }: { campaign: Campaign; small?: boolean }) {
  const { t } = useTranslation();
  const zone = useZone();
  const instantText = useInstantText();
  const { act, busy } = useCampaignAction(campaign);
  const { name, spec } = campaign;
  const end = Date.parse(spec.until);
  const [until, setUntil] = useState(() => instantLike(end + hour, spec.until));
  const added = Date.parse(until) - end;
  return (
    <ActionButton
      label={t("campaign.actions.extend")}
      aria-label={t("campaign.actions.extendOf", { name })}
      title={t("campaign.extend.title", { name })}
      confirm={t("campaign.extend.confirm")}
      size={small ? "small" : "middle"}
      icon={<FieldTimeOutlined aria-hidden />}
      busy={busy}
      disabled={added <= 0}
      onOpen={(open) => open && setUntil(instantLike(end + hour, spec.until))}
      onConfirm={() => act({ do: "extend", until })}
    >
      <p>{t("campaign.extend.now", { until: instantText(end) })}</p>
      <div className={styles.field}>
        <span id="extend-by">{t("campaign.extend.by")}</span>
        <Segmented<number>
          size="small"
          aria-labelledby="extend-by"
          value={added}
          onChange={(ms) => setUntil(instantLike(end + ms, spec.until))}
          options={steps.map((value) => ({ value, label: `+${formatDuration(value, t)}` }))}
        />
      </div>
      <div className={styles.field}>
        <span id="extend-to">{t("campaign.extend.to")}</span>
        <InstantField
          aria-labelledby="extend-to"
          size="small"
          zone={zone}
          value={until}
          onChange={(next) => next !== undefined && setUntil(next)}
        />
      </div>
      <p className={added > 0 ? styles.quiet : styles.warning}>
        {added > 0 ? t("campaign.extend.means") : t("errors.codes.campaign_until")}
      </p>
    </ActionButton>
  );
}
