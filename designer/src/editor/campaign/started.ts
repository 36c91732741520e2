/** A campaign as starting it now would make it, for asking beforehand what that touches. */
import type { Editable } from "../command.ts";
import type { CampaignDocument } from "./find.ts";
import { instantLike, spanOf } from "./instants.ts";
import { shiftSpec } from "./window-commands.ts";

/**
 * The window and all phases moved to `now`; with `length` (ms) the campaign lasts so long, its last phase ends with
 * it and later ones are dropped. `undefined` where no phase would be left. The api does the same when it is asked.
 */
export function startedNow(
  campaign: CampaignDocument,
  now: number,
  length?: number,
): CampaignDocument | undefined {
  const copy = structuredClone(campaign) as Editable<"campaign">;
  const { spec } = copy;
  shiftSpec(spec, now - spanOf(spec).from);
  if (length === undefined) return copy as CampaignDocument;
  const end = now + length;
  const within = spec.phases.filter((phase) => spanOf(phase).from < end);
  if (within.length === 0) return undefined;
  const last = Math.max(...within.map((phase) => spanOf(phase).until));
  for (const phase of within) {
    const { until } = spanOf(phase);
    phase.until = instantLike(until === last ? end : Math.min(until, end), phase.until);
  }
  spec.phases = within;
  spec.until = instantLike(end, spec.until);
  return copy as CampaignDocument;
}
