/** Phases of one campaign that change the same thing at the same time. */
import { type Finding, finding, type SluiceDocument } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { changedLabels, contested } from "../campaign-targets.ts";
import type { LintRule } from "../rule.ts";

function check(document: SluiceDocument<"campaign">): readonly Finding[] {
  const { phases } = document.spec;
  return phases.flatMap((phase, index) =>
    phases.slice(0, index).flatMap((earlier) =>
      contested(phase, document, earlier, document).map(({ type, key }) =>
        finding("warning", at("/spec/phases", index), "campaign.phase-overlap", {
          name: earlier.name || earlier.id,
          kind: changedLabels[type],
          key,
        }),
      ),
    ),
  );
}

export const phaseOverlap: LintRule<"campaign"> = { id: "phase-overlap", check };
