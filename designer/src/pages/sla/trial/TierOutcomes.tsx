/** The tiers in order, each with whether it is for the ticket and why. */
import { CheckOutlined, CloseOutlined, QuestionOutlined } from "@ant-design/icons";
import type { SlaSpec } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { useVocabularyNames } from "../../../conditions/vocabulary-context.tsx";
import { leafSentence } from "../../../explain/leaf-sentence.ts";
import { useInstantText } from "../../../ui/Instant.tsx";
import { tierName } from "../matrix/cell-face.ts";
import { decidingLeaves } from "./reasons.ts";
import type { TargetOutcome, TierOutcome } from "./tier-trial.ts";
import styles from "./trial.module.css";

export interface TierOutcomesProps {
  readonly spec: SlaSpec;
  readonly tiers: readonly TierOutcome[];
  readonly targets: readonly TargetOutcome[];
}

const icons = {
  true: <CheckOutlined aria-hidden />,
  false: <CloseOutlined aria-hidden />,
  unknown: <QuestionOutlined aria-hidden />,
} as const;

/** Comparisons that are named; the rest is in the condition itself. */
const mostReasons = 2;

export function TierOutcomes({ spec, tiers, targets }: TierOutcomesProps) {
  const { t } = useTranslation();
  const names = useVocabularyNames();
  const instant = useInstantText();
  const why = ({ holds, trace, needs }: TierOutcome): string => {
    if (needs) return t("sla.trial.unknown", { facts: needs.map(names.fact).join(t("sla.cell.join")) });
    if (!trace) return holds === true ? t("sla.trial.always") : "";
    const leaves = decidingLeaves(trace, mostReasons).map((leaf) =>
      leafSentence(leaf, { t, names, instant }),
    );
    return leaves.join(t("sla.cell.join"));
  };
  const used = new Set(
    targets.flatMap(({ source }) => [source.tier, ...source.scaling.map(({ tier }) => tier)]),
  );
  return (
    <section className={styles.block} aria-labelledby="sla-trial-tiers">
      <h3 id="sla-trial-tiers">{t("sla.trial.tiers")}</h3>
      <ol>
        {tiers.map((tier) => (
          <li key={tier.id} data-holds={String(tier.holds)} data-used={used.has(tier.id)}>
            {icons[`${tier.holds}`]}
            <strong>{tierName(spec, tier.id, t)}</strong>
            <span className="visually-hidden">
              {t(tier.holds === true ? "sla.trial.hit" : "sla.trial.miss")}
            </span>
            <span className={styles.why} title={why(tier)}>
              {why(tier)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
