/** Phases of one campaign that change the same thing at the same time. */
import {
  type CampaignPhase,
  type Finding,
  type FindingFix,
  finding,
  type SluiceDocument,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { changedLabels, comparedPhases, contested } from "../campaign-targets.ts";
import { replacement } from "../fixes.ts";
import type { LintRule } from "../rule.ts";

/** The phase that starts first ends where the other starts; two that start together cannot be set apart so. */
function setApart(phases: readonly CampaignPhase[], one: number, other: number): FindingFix | undefined {
  const start = (index: number): number => Date.parse(phases[index]?.from ?? "");
  if (start(one) === start(other)) return undefined;
  const [first, second] = start(one) < start(other) ? [one, other] : [other, one];
  const path = at("/spec/phases", first, "until");
  return replacement(path, phases[second]?.from, "end-earlier-phase");
}

function check(document: SluiceDocument<"campaign">): readonly Finding[] {
  const phases = comparedPhases(document);
  return phases.flatMap((phase, index) =>
    phases
      .slice(0, index)
      .flatMap((earlier, place) =>
        contested(phase, document, earlier, document).map(({ type, key }) =>
          finding(
            "warning",
            at("/spec/phases", index),
            "campaign.phase-overlap",
            { name: earlier.name || earlier.id, kind: changedLabels[type], key },
            setApart(phases, index, place),
          ),
        ),
      ),
  );
}

export const phaseOverlap: LintRule<"campaign"> = { id: "phase-overlap", check };
