/** Targets of a phase that are tighter than what everybody is promised otherwise: seldom what a busy day needs. */
import {
  type Finding,
  finding,
  type Priority,
  priorities,
  type SlaMetric,
  type SlaOverlay,
  type SluiceDocument,
  slaMetrics,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { metricLabels } from "../../rules/facts/built-in.ts";
import { readDuration } from "../../sla/duration.ts";
import type { LintContext, LintRule } from "../rule.ts";
import { cellText, unconditionalTiers } from "../sla-cells.ts";

/** Two durations of the same sort; hours and working days cannot be compared. */
function isShorter(target: string, base: string): boolean {
  const [a, b] = [readDuration(target), readDuration(base)];
  if (!a || !b || a.days > 0 !== b.days > 0) return false;
  return a.days > 0 ? a.days < b.days : a.ms < b.ms;
}

/** What the policy promises everybody in one cell. */
function baseOf(policy: string, priority: Priority, metric: SlaMetric, context: LintContext) {
  const spec = context.find("sla", policy)?.spec;
  const tiers = spec ? unconditionalTiers(spec, context.propositions) : [];
  return tiers.map(({ tier }) => cellText(tier, priority, metric)).find((text) => text !== undefined);
}

function checkOverlay(overlay: SlaOverlay, path: string, context: LintContext): readonly Finding[] {
  const metrics = slaMetrics.filter((metric) => metric !== "platformDue");
  return priorities.flatMap((priority) =>
    metrics.flatMap((metric) => {
      const target = cellText(overlay.targets ? { targets: overlay.targets } : {}, priority, metric);
      const base = baseOf(overlay.policy, priority, metric, context);
      if (target === undefined || base === undefined || !isShorter(target, base)) return [];
      const own = overlay.targets?.[priority]?.[metric] === undefined ? "*" : priority;
      const values = { priority, metric: metricLabels[metric], base, target };
      return [finding("info", at(path, "targets", own, metric), "campaign.shorter-promise", values)];
    }),
  );
}

function check({ spec }: SluiceDocument<"campaign">, context: LintContext): readonly Finding[] {
  return spec.phases.flatMap((phase, index) =>
    (phase.sla ?? []).flatMap((overlay, place) =>
      checkOverlay(overlay, at("/spec/phases", index, "sla", place), context),
    ),
  );
}

export const shorterPromise: LintRule<"campaign"> = { id: "shorter-promise", check };
