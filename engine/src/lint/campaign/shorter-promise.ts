/** Targets of a phase that are tighter than what is promised otherwise: seldom what a busy day needs. */
import { type Finding, finding, type SlaOverlay, type SluiceDocument } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { metricLabels } from "../../rules/facts/built-in.ts";
import { type ChangedPromise, changedPromises } from "../campaign-promises.ts";
import { fixOf, removal, replacement } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";

/** The usual target where the tighter one stands; for one priority of several, in a cell of its own. */
function keepPromise({ targets }: SlaOverlay, overlay: string, { metric, path, texts }: ChangedPromise) {
  if (!texts) return removal(path, "keep-promise");
  const { priority, base } = texts;
  const own = targets?.[priority];
  if (own?.[metric] !== undefined) return replacement(path, base, "keep-promise");
  const place = at(overlay, "targets", priority);
  return fixOf("keep-promise", [
    own
      ? { op: "add", path: at(place, metric), value: base }
      : { op: "add", path: place, value: { [metric]: base } },
  ]);
}

function tell(overlay: SlaOverlay, place: string, changed: ChangedPromise): Finding {
  const { metric, path, texts, factor } = changed;
  const label = metricLabels[metric];
  const fix = keepPromise(overlay, place, changed);
  if (!texts) return finding("info", path, "campaign.shorter-factor", { metric: label, factor }, fix);
  return finding("info", path, "campaign.shorter-promise", { ...texts, metric: label }, fix);
}

function check({ spec }: SluiceDocument<"campaign">, context: LintContext): readonly Finding[] {
  return spec.phases.flatMap((phase, index) =>
    (phase.sla ?? []).flatMap((overlay, number) => {
      const place = at("/spec/phases", index, "sla", number);
      const tighter = changedPromises(overlay, place, context).filter(({ change }) => change === "tighter");
      return tighter.map((changed) => tell(overlay, place, changed));
    }),
  );
}

export const shorterPromise: LintRule<"campaign"> = { id: "shorter-promise", check };
