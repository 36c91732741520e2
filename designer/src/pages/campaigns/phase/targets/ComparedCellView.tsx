/** One cell of the comparison: as always, and below it during the campaign, with the direction and the factor. */
import { useTranslation } from "react-i18next";
import type { ComparedCell } from "../../../../editor/campaign/comparison.ts";
import styles from "./targets.module.css";

export interface ComparedCellViewProps {
  readonly cell: ComparedCell;
  /** The first of its priority: a line stands before it. */
  readonly first: boolean;
  readonly tier: string;
  readonly name: string;
  readonly short: (text: string) => string;
}

const arrows = { looser: "↑", stricter: "↓", added: "+", same: "" } as const;

/** `×2`, `×0.5`, `×1.33`: two decimals at most. */
export const factorText = (factor: number): string => `×${Math.round(factor * 100) / 100}`;

export function ComparedCellView({ cell, first, tier, name, short }: ComparedCellViewProps) {
  const { t } = useTranslation();
  const { base, campaign, change, factor } = cell;
  const none = t("campaign.sla.nothing");
  const baseText = base === undefined ? "" : short(base);
  if (campaign === undefined || change === "same") {
    const said = t("campaign.sla.same", { tier, cell: name, base: baseText || none });
    return (
      <td className={styles.same} data-first={first} title={said}>
        {baseText}
      </td>
    );
  }
  const changeText = t(`campaign.sla.${change}`);
  const said = t("campaign.sla.changed", {
    tier,
    cell: name,
    base: baseText || none,
    campaign: short(campaign),
    change: changeText,
  });
  return (
    <td className={styles.changed} data-first={first} data-change={change} title={said}>
      <small>{baseText}</small>
      <strong>{short(campaign)}</strong>
      <span>
        <span aria-hidden="true">{arrows[change]}</span>
        <span className="visually-hidden">{changeText}</span>
        {factor === undefined ? "" : factorText(factor)}
      </span>
    </td>
  );
}
