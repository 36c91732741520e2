/** Tiers of which tiers above, that take all of their tickets, have filled every cell. */
import {
  type Finding,
  finding,
  priorities,
  type SlaTier,
  type SluiceDocument,
  slaMetrics,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { holdsAlways } from "../conditions/always.ts";
import { type Budget, implies } from "../conditions/implies.ts";
import type { PropositionReader } from "../conditions/proposition.ts";
import { removal } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";
import { filledCells } from "../sla-cells.ts";

interface Scope {
  readonly propositions: PropositionReader;
  readonly budget: Budget;
}

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

/** Whether a ticket of the later tier is always in the earlier one. */
function takes({ when: earlier }: SlaTier, { when: later }: SlaTier, scope: Scope): boolean {
  const { propositions, budget } = scope;
  if (earlier === undefined || holdsAlways(propositions.read(earlier))) return true;
  return later !== undefined && implies(propositions.read(later), propositions.read(earlier), budget);
}

/** The cells that earlier tiers have filled for every ticket of this one. */
function takenFrom(tier: SlaTier, earlier: readonly SlaTier[], scope: Scope): ReadonlySet<string> {
  const taking = earlier.filter((one) => takes(one, tier, scope));
  return new Set(
    taking.flatMap((one) => filledCells(one).map(({ priority, metric }) => `${priority} ${metric}`)),
  );
}

function check({ spec }: SluiceDocument<"sla">, { propositions }: LintContext): readonly Finding[] {
  const scope: Scope = { propositions, budget: { steps: 100_000 } };
  return spec.tiers.flatMap((tier, index) => {
    const cells = cellsOf(tier);
    const taken = takenFrom(tier, spec.tiers.slice(0, index), scope);
    if (cells.length === 0 || !cells.every((cell) => taken.has(cell))) return [];
    const path = at("/spec/tiers", index);
    return [finding("warning", path, "sla.tier-unreachable", {}, removal(path, "remove-tier"))];
  });
}

export const tierUnreachable: LintRule<"sla"> = { id: "tier-unreachable", check };
