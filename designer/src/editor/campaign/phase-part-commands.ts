/** Commands on the rest of a phase: capacity, extra members, workflows, announcement; and copies between phases. */
import type { Announcement, CampaignPhase } from "@sluice/schemas";
import { current, type Draft } from "immer";
import { type CampaignCommand, onPhase, phaseOf, routingOf, tidyRouting } from "./find.ts";

/** What each agent of a group may hold, times this; `undefined` = as always. */
export const setCapacity = (
  phase: string,
  policy: string,
  group: string,
  factor: number | undefined,
): CampaignCommand => setCapacities(phase, policy, [group], factor);

/** The same factor for several groups, as one step. */
export const setCapacities = (
  phase: string,
  policy: string,
  groups: readonly string[],
  factor: number | undefined,
): CampaignCommand =>
  onPhase(
    phase,
    { key: "campaign.commands.setCapacity" },
    (draft) => {
      const overlay = routingOf(draft, policy);
      overlay.capacity ??= {};
      for (const group of groups) {
        if (factor === undefined) delete overlay.capacity[group];
        else overlay.capacity[group] = factor;
      }
      tidyRouting(draft);
    },
    {
      mergeKey: `phase ${phase} capacity ${groups.join(" ")}`,
      refuse: () =>
        factor === undefined || (Number.isFinite(factor) && factor > 0)
          ? undefined
          : { reason: { key: "campaign.refusals.factor" } },
    },
  );

/** The agents that join a group while the phase lasts. */
export const setMembers = (
  phase: string,
  policy: string,
  group: string,
  agents: readonly string[],
): CampaignCommand =>
  onPhase(phase, { key: "campaign.commands.setMembers" }, (draft) => {
    const overlay = routingOf(draft, policy);
    overlay.members ??= {};
    if (agents.length === 0) delete overlay.members[group];
    else overlay.members[group] = [...agents];
    tidyRouting(draft);
  });

/** The workflows that run only while the phase lasts. */
export const setWorkflows = (phase: string, workflows: readonly string[]): CampaignCommand =>
  onPhase(phase, { key: "campaign.commands.setWorkflows" }, (draft) => {
    if (workflows.length === 0) delete draft.workflows;
    else draft.workflows = [...workflows];
  });

/** What customers are told in one language; an empty text says nothing. */
export const setAnnouncement = (phase: string, language: keyof Announcement, text: string): CampaignCommand =>
  onPhase(
    phase,
    { key: "campaign.commands.setAnnouncement" },
    (draft) => {
      draft.announcement ??= {};
      if (text === "") delete draft.announcement[language];
      else draft.announcement[language] = text;
      if (Object.keys(draft.announcement).length === 0) delete draft.announcement;
    },
    { mergeKey: `phase ${phase} announcement ${language}` },
  );

/** The parts of a phase that can be given to others. */
export const phaseParts = ["sla", "classification", "routing", "workflows", "announcement"] as const;
export type PhasePart = (typeof phaseParts)[number];

function give(from: CampaignPhase, to: Draft<CampaignPhase>, part: PhasePart): void {
  if (from[part] === undefined) delete to[part];
  else Object.assign(to, { [part]: structuredClone(from[part]) });
}

/** Gives a part of a phase to all the others, in the place of what they have. */
export const copyPart = (phase: string, part: PhasePart): CampaignCommand => ({
  label: { key: "campaign.commands.copyPart" },
  refuse: ({ spec }) =>
    phaseOf(spec, phase) ? undefined : { reason: { key: "campaign.refusals.noPhase" }, path: "/spec/phases" },
  apply({ spec }) {
    const source = phaseOf(spec, phase);
    if (!source) return;
    const said = current(source);
    for (const other of spec.phases) if (other.id !== phase) give(said, other, part);
  },
});
