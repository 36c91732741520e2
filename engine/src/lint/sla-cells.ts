/** The cells of a policy as lint looks at them: which tiers are there for everybody, and what they fill. */
import {
  type Priority,
  priorities,
  type SlaMetric,
  type SlaSpec,
  type SlaTier,
  slaMetrics,
  type TargetCells,
} from "@sluice/schemas";
import { holdsAlways } from "./conditions/always.ts";
import type { PropositionReader } from "./conditions/proposition.ts";

/** A tier with its place. */
export interface PlacedTier {
  readonly tier: SlaTier;
  readonly index: number;
}

/** The tiers that every ticket is in. */
export const unconditionalTiers = (spec: SlaSpec, propositions: PropositionReader): readonly PlacedTier[] =>
  spec.tiers
    .map((tier, index) => ({ tier, index }))
    .filter(({ tier }) => tier.when === undefined || holdsAlways(propositions.read(tier.when)));

/** What a tier says for one cell: that of the priority itself, else that of every priority. */
export function cellText({ targets }: Pick<SlaTier, "targets">, priority: Priority, metric: SlaMetric) {
  const own: TargetCells | undefined = targets?.[priority];
  return own?.[metric] ?? targets?.["*"]?.[metric];
}

/** Every cell that a tier fills. */
export function filledCells(
  tier: SlaTier,
): readonly { priority: Priority; metric: SlaMetric; text: string }[] {
  return priorities.flatMap((priority) =>
    slaMetrics.flatMap((metric) => {
      const text = cellText(tier, priority, metric);
      return text === undefined ? [] : [{ priority, metric, text }];
    }),
  );
}
