/** Ends a campaign now, after saying what is lifted. */
import { StopOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Campaign } from "../../../client/campaigns.ts";
import { phaseOf } from "../../../editor/campaign/find.ts";
import type { Standing } from "../../../editor/campaign/standing.ts";
import { ActionButton } from "./ActionButton.tsx";
import styles from "./actions.module.css";
import { EffectLines } from "./EffectLines.tsx";
import { useCampaignAction } from "./use-campaign-action.ts";

export interface EndButtonProps {
  /** As it is live. */
  readonly campaign: Campaign;
  readonly standing: Standing;
  readonly small?: boolean;
  /** Without an icon: where there is little room. */
  readonly plain?: boolean;
}

export function EndButton({ campaign, standing, small = true, plain = false }: EndButtonProps) {
  const { t } = useTranslation();
  const { act, busy } = useCampaignAction(campaign);
  const { name, spec } = campaign;
  const phases = standing.phases.flatMap((id) => phaseOf(spec, id) ?? []);
  return (
    <ActionButton
      label={t("campaign.actions.end")}
      aria-label={t("campaign.actions.endOf", { name })}
      title={t("campaign.end.title", { name })}
      confirm={t("campaign.end.confirm")}
      danger
      size={small ? "small" : "middle"}
      icon={plain ? null : <StopOutlined aria-hidden />}
      busy={busy}
      onConfirm={() => act({ do: "end" })}
    >
      <p>{t("campaign.end.lifts")}</p>
      <EffectLines phases={phases} />
      <p className={styles.quiet}>{t("campaign.end.stays")}</p>
    </ActionButton>
  );
}
