/** Finding the parts of a campaign, and saying when one is gone. */
import type {
  CampaignPhase,
  CampaignSpec,
  RoutingOverlay,
  SlaOverlay,
  SluiceDocument,
} from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command, Refusal } from "../command.ts";

export type CampaignDocument = SluiceDocument<"campaign">;
export type CampaignCommand = Command<"campaign">;
export type DraftPhase = Draft<CampaignPhase>;

/** The phase of a campaign or of its draft. */
export const phaseOf = <T extends { readonly id: string }>(
  spec: { readonly phases: readonly T[] },
  id: string,
): T | undefined => spec.phases.find((phase) => phase.id === id);

/** Why a command about a phase cannot be carried out. */
export const refuseMissingPhase = ({ spec }: CampaignDocument, id: string): Refusal | undefined =>
  phaseOf(spec, id) ? undefined : { reason: { key: "campaign.refusals.noPhase" }, path: "/spec/phases" };

/** Why a command about what a phase lays over a policy cannot be carried out. */
export function refuseMissingOverlay(
  document: CampaignDocument,
  id: string,
  at: number,
): Refusal | undefined {
  const missing = refuseMissingPhase(document, id);
  if (missing) return missing;
  const overlay: SlaOverlay | undefined = phaseOf(document.spec, id)?.sla?.[at];
  return overlay ? undefined : { reason: { key: "campaign.refusals.noOverlay" }, path: "/spec/phases" };
}

/** A phase's name, or its id where it has none. */
export const phaseName = ({ id, name = "" }: Pick<CampaignPhase, "id" | "name">): string => name || id;

/** A command that changes one phase. */
export const onPhase = (
  id: string,
  label: CampaignCommand["label"],
  change: (phase: DraftPhase, spec: Draft<CampaignSpec>) => void,
  more: Pick<CampaignCommand, "mergeKey" | "refuse"> = {},
): CampaignCommand => ({
  label,
  refuse: (document) => refuseMissingPhase(document, id) ?? more.refuse?.(document),
  ...(more.mergeKey === undefined ? {} : { mergeKey: more.mergeKey }),
  apply(draft) {
    const phase = phaseOf(draft.spec, id);
    if (phase) change(phase, draft.spec);
  },
});

/** What a phase lays over one routing policy; made where there is nothing yet. */
export function routingOf(phase: DraftPhase, policy: string): Draft<RoutingOverlay> {
  phase.routing ??= [];
  const found = phase.routing.find((overlay) => overlay.policy === policy);
  if (found) return found;
  phase.routing.push({ policy });
  return phase.routing.at(-1) ?? { policy };
}

const isEmpty = (value: object | undefined): boolean =>
  value !== undefined && Object.keys(value).length === 0;

/** Parts that say nothing go, so that what is taken back leaves the phase as it was. */
export function tidyRouting(phase: DraftPhase): void {
  for (const overlay of phase.routing ?? []) {
    if (isEmpty(overlay.prepend)) delete overlay.prepend;
    if (isEmpty(overlay.capacity)) delete overlay.capacity;
    if (isEmpty(overlay.members)) delete overlay.members;
  }
  const kept = (phase.routing ?? []).filter((overlay) => Object.keys(overlay).length > 1);
  if (kept.length === phase.routing?.length) return;
  if (kept.length === 0) delete phase.routing;
  else phase.routing = kept;
}
