/**
 * Edges that retarget clocks that run already to something tighter: a promise that a customer was given shortens.
 * Only where the overlay surely changes it that way.
 */
import { type Finding, finding, type Label, type SlaOverlay, type SluiceDocument } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { metricLabels } from "../../rules/facts/built-in.ts";
import { type ChangedPromise, changedPromises } from "../campaign-promises.ts";
import { replacement } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";

function namesOf(promises: readonly ChangedPromise[]): Label {
  const labels = [...new Set(promises.map(({ metric }) => metric))].map((metric) => metricLabels[metric]);
  return { zh: labels.map(({ zh }) => zh).join("、"), en: labels.map(({ en }) => en).join(", ") };
}

const edges = [
  { edge: "inFlight", change: "tighter", code: "campaign.start-shortens" },
  { edge: "onEnd", change: "looser", code: "campaign.end-shortens" },
] as const;

function checkOverlay(overlay: SlaOverlay, path: string, context: LintContext): readonly Finding[] {
  const retargeting = edges.filter(({ edge }) => overlay[edge] === "retarget");
  if (retargeting.length === 0) return [];
  const promises = changedPromises(overlay, path, context);
  return retargeting.flatMap(({ edge, change, code }) => {
    const changed = promises.filter((one) => one.change === change);
    if (changed.length === 0) return [];
    const fix = replacement(at(path, edge), "lenient", "to-lenient");
    return [finding("info", at(path, edge), code, { metric: namesOf(changed) }, fix)];
  });
}

function check({ spec }: SluiceDocument<"campaign">, context: LintContext): readonly Finding[] {
  return spec.phases.flatMap((phase, index) =>
    (phase.sla ?? []).flatMap((overlay, place) =>
      checkOverlay(overlay, at("/spec/phases", index, "sla", place), context),
    ),
  );
}

export const openClocksShorten: LintRule<"campaign"> = { id: "open-clocks-shorten", check };
