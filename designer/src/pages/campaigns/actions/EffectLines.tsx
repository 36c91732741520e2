/** What a campaign does while it is in force, one line for each kind of thing. */
import type { CampaignPhase } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { effectsOf } from "../../../editor/campaign/effects.ts";
import styles from "./actions.module.css";

export function EffectLines({ phases }: { phases: readonly CampaignPhase[] }) {
  const { t } = useTranslation();
  const effects = effectsOf(phases);
  const counted = (["targets", "rules", "routes", "capacity", "members"] as const)
    .filter((name) => effects[name] > 0)
    .map((name) => t(`campaign.effects.${name}`, { count: effects[name] }));
  const lines = [
    ...counted,
    ...(effects.workflows.length > 0
      ? [t("campaign.effects.workflows", { count: effects.workflows.length })]
      : []),
    ...(effects.announcement ? [t("campaign.effects.announcement")] : []),
  ];
  return (
    <ul className={styles.effects}>
      {(lines.length > 0 ? lines : [t("campaign.effects.nothing")]).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
