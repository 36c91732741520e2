/** Starts a campaign now: for a while or as it was planned; says beforehand what that touches. */
import { PlayCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import type { TFunction } from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Campaign, campaignImpactQuery, plannedCampaignQuery } from "../../../client/campaigns.ts";
import { serverNow } from "../../../client/server-time.ts";
import { spanOf } from "../../../editor/campaign/instants.ts";
import { startedNow } from "../../../editor/campaign/started.ts";
import { readIsoDuration } from "../../../fields/iso-duration.ts";
import { formatDuration } from "../../../format/duration.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { ActionButton } from "./ActionButton.tsx";
import styles from "./actions.module.css";
import { EffectLines } from "./EffectLines.tsx";
import { useCampaignAction } from "./use-campaign-action.ts";

const lengths = ["PT30M", "PT1H", "PT2H", "PT4H"] as const;
type Length = (typeof lengths)[number] | "planned";

const msOf = (length: Length): number | undefined =>
  length === "planned" ? undefined : readIsoDuration(length)?.ms;

/** How long the plan lasts, wherever it stands in time. */
function plannedLength({ spec }: Campaign, t: TFunction): string {
  const { from, until } = spanOf(spec);
  return formatDuration(until - from, t);
}

/** An evening's help begins with two hours; a sale of several phases is not cut short. */
const firstLength = ({ spec }: Campaign): Length => (spec.phases.length === 1 ? "PT2H" : "planned");

export interface StartButtonProps {
  /** As it is known so far; how it was planned is asked when the dialog opens. */
  readonly campaign: Campaign;
  readonly primary?: boolean;
  readonly small?: boolean;
}

export function StartButton({ campaign, primary = false, small = true }: StartButtonProps) {
  const { t } = useTranslation();
  const { key, name } = campaign;
  const [chosen, setLength] = useState<Length>();
  const [opened, setOpened] = useState<number>();
  const plan = useQuery({ ...plannedCampaignQuery(key), enabled: opened !== undefined });
  const planned = plan.data ?? campaign;
  const length = chosen ?? firstLength(planned);
  const { act, busy } = useCampaignAction(campaign);
  return (
    <ActionButton
      label={t("campaign.actions.start")}
      aria-label={t("campaign.actions.startOf", { name })}
      title={t("campaign.start.title", { name })}
      confirm={t("campaign.actions.confirm")}
      type={primary ? "primary" : "default"}
      size={small ? "small" : "middle"}
      icon={<PlayCircleOutlined aria-hidden />}
      busy={busy}
      disabled={plan.isLoading}
      onOpen={(open) => setOpened(open ? serverNow() : undefined)}
      onConfirm={() => act({ do: "start", length: length === "planned" ? undefined : length })}
    >
      <div className={styles.field}>
        <span id={`start-${key}`}>{t("campaign.start.length")}</span>
        <Segmented<Length>
          size="small"
          aria-labelledby={`start-${key}`}
          value={length}
          onChange={setLength}
          options={[
            ...lengths.map((value) => ({ value, label: formatDuration(msOf(value) ?? 0, t) })),
            { value: "planned", label: t("campaign.start.planned", { length: plannedLength(planned, t) }) },
          ]}
        />
      </div>
      {opened === undefined || plan.isLoading ? null : (
        <Outlook campaign={planned} now={opened} length={length} />
      )}
    </ActionButton>
  );
}

/** What would be in force, until when, and what of the open tickets would move. */
function Outlook({ campaign, now, length }: { campaign: Campaign; now: number; length: Length }) {
  const { t } = useTranslation();
  const instantText = useInstantText();
  const started = useMemo(() => startedNow(campaign, now, msOf(length)), [campaign, now, length]);
  if (!started) return <p className={styles.warning}>{t("errors.codes.campaign_no-phase")}</p>;
  return (
    <>
      <p>{t("campaign.start.until", { until: instantText(spanOf(started.spec).until) })}</p>
      <EffectLines phases={started.spec.phases} />
      <StartImpact started={started} />
    </>
  );
}

function StartImpact({ started }: { started: Campaign }) {
  const { t } = useTranslation();
  const { data, isError } = useQuery(campaignImpactQuery(started));
  const text = () => {
    if (isError) return t("campaign.impact.failed");
    if (!data) return t("campaign.impact.asking");
    const moved = data.phases?.[0]?.start ?? 0;
    return moved === 0 ? t("campaign.impact.noneMove") : t("campaign.impact.move", { count: moved });
  };
  return <p className={styles.quiet}>{text()}</p>;
}
