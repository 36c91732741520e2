/** Cells that nothing fills for every ticket: a ticket that fits no other tier then has no clock. */
import { type Finding, finding, priorities, type SlaMetric, type SluiceDocument } from "@sluice/schemas";
import { metricLabels } from "../../rules/facts/built-in.ts";
import type { LintContext, LintRule } from "../rule.ts";
import { cellText, unconditionalTiers } from "../sla-cells.ts";

/** The promises of an ordinary desk; the other metrics are for those who want them. */
const expected: readonly SlaMetric[] = ["firstResponse", "nextResponse", "resolution"];

function check({ spec }: SluiceDocument<"sla">, context: LintContext): readonly Finding[] {
  const forAll = unconditionalTiers(spec, context.propositions);
  return expected.flatMap((name) => {
    const metric = metricLabels[name];
    const fills = (tiers: typeof spec.tiers) =>
      priorities.filter((priority) => tiers.some((tier) => cellText(tier, priority, name) !== undefined));
    if (fills(spec.tiers).length === 0) return [finding("info", "/spec/tiers", "sla.unmeasured", { metric })];
    const filled = fills(forAll.map(({ tier }) => tier));
    const empty = priorities.filter((priority) => !filled.includes(priority));
    if (empty.length === 0) return [];
    return [finding("warning", "/spec/tiers", "sla.empty-cell", { priorities: empty.join(" "), metric })];
  });
}

export const emptyCells: LintRule<"sla"> = { id: "empty-cells", check };
