/** Tiers of which unconditional tiers above have filled every cell. */
import {
  type Finding,
  finding,
  priorities,
  type SlaTier,
  type SluiceDocument,
  slaMetrics,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { removal } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";
import { filledCells, unconditionalTiers } from "../sla-cells.ts";

/** The cells that a tier could decide: those it fills, and all of each metric that it scales. */
function cellsOf(tier: SlaTier): readonly string[] {
  const scaled = slaMetrics.filter(
    (metric) => metric !== "platformDue" && tier.scale?.[metric] !== undefined,
  );
  return [
    ...filledCells(tier).map(({ priority, metric }) => `${priority} ${metric}`),
    ...scaled.flatMap((metric) => priorities.map((priority) => `${priority} ${metric}`)),
  ];
}

function check({ spec }: SluiceDocument<"sla">, context: LintContext): readonly Finding[] {
  const forAll = new Set(unconditionalTiers(spec, context.propositions).map(({ index }) => index));
  const taken = new Set<string>();
  return spec.tiers.flatMap((tier, index) => {
    const cells = cellsOf(tier);
    const idle = cells.length > 0 && cells.every((cell) => taken.has(cell));
    if (forAll.has(index))
      for (const { priority, metric } of filledCells(tier)) taken.add(`${priority} ${metric}`);
    const path = at("/spec/tiers", index);
    const fix = removal(path, { zh: "删除等级", en: "Remove the tier" });
    return idle ? [finding("warning", path, "sla.tier-unreachable", {}, fix)] : [];
  });
}

export const tierUnreachable: LintRule<"sla"> = { id: "tier-unreachable", check };
