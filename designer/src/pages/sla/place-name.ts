/** Places of a policy in words, for problems. */
import type { SluiceDocument } from "@sluice/schemas";
import type { TFunction } from "i18next";
import { addressText, tierName } from "./matrix/cell-face.ts";
import { cellAt } from "./matrix/find-problems.ts";

/** `标准 · P2 · 解决` for a cell, the tier's name for what else is about it; empty for all other places. */
export function slaPlaceName({ spec }: SluiceDocument<"sla">, path: string, t: TFunction): string {
  const found = cellAt(path, spec);
  const tier = found && spec.tiers[found.row];
  if (!tier) return "";
  return found.cell ? addressText({ tier: tier.id, ...found.cell }, spec, t) : tierName(spec, tier.id, t);
}
