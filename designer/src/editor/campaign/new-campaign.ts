/** What a new campaign and a new phase begin with. */
import type { CampaignPhase } from "@sluice/schemas";
import { freshId } from "../sla/tier.ts";
import type { CampaignDocument } from "./find.ts";
import { instantLike, spanOf } from "./instants.ts";

const hour = 3_600_000;

/** A campaign of one phase that lasts a day, from `from` (ISO with an offset) on. */
export function newCampaign(key: string, name: string, phase: string, from: string): CampaignDocument {
  const until = instantLike(Date.parse(from) + 24 * hour, from);
  return {
    kind: "campaign",
    key,
    name,
    formatVersion: 1,
    spec: { from, until, phases: [{ id: "phase-1", name: phase, from, until }] },
  };
}

/** A phase after the last one, as long as that; the first free place for another. */
export function phaseAfter({ spec }: CampaignDocument, name: string): CampaignPhase {
  const ends = spec.phases.map((phase) => spanOf(phase)).sort((a, b) => a.until - b.until);
  const last = ends.at(-1) ?? spanOf(spec);
  return {
    id: freshId("phase", spec.phases),
    name,
    from: instantLike(last.until, spec.until),
    until: instantLike(last.until + Math.min(last.until - last.from, 24 * hour), spec.until),
  };
}
