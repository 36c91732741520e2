/** Commands on the rows of the matrix. */
import type { Condition, SlaTier } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command } from "../command.ts";
import { refuseMissingTier, tierOf } from "./tier.ts";

type SlaCommand = Command<"sla">;

/** Adds a tier before the place `at`. */
export const addTier = (tier: SlaTier, at: number): SlaCommand => ({
  label: { key: "sla.commands.addTier" },
  refuse: ({ spec }) =>
    tierOf(spec, tier.id) ? { reason: { key: "sla.refusals.sameTier" }, path: "/spec/tiers" } : undefined,
  apply(draft) {
    draft.spec.tiers.splice(at, 0, structuredClone(tier) as Draft<SlaTier>);
  },
});

/** Moves a tier to the place `to`; who stands higher is asked first. */
export const moveTier = (id: string, to: number): SlaCommand => ({
  label: { key: "sla.commands.moveTier" },
  refuse: (document) => refuseMissingTier(document, id),
  apply(draft) {
    const from = draft.spec.tiers.findIndex((tier) => tier.id === id);
    const [tier] = draft.spec.tiers.splice(from, 1);
    if (tier) draft.spec.tiers.splice(to, 0, tier);
  },
});

/** Takes a tier away; the last one stays. */
export const removeTier = (id: string): SlaCommand => ({
  label: { key: "sla.commands.removeTier" },
  refuse: (document) =>
    document.spec.tiers.length === 1
      ? { reason: { key: "sla.refusals.lastTier" }, path: "/spec/tiers" }
      : refuseMissingTier(document, id),
  apply(draft) {
    draft.spec.tiers = draft.spec.tiers.filter((tier) => tier.id !== id);
  },
});

/** Renames a tier; typing is one step. */
export const renameTier = (id: string, name: string): SlaCommand => ({
  label: { key: "sla.commands.renameTier" },
  mergeKey: `tier ${id} name`,
  refuse: (document) => refuseMissingTier(document, id),
  apply(draft) {
    const tier = tierOf(draft.spec, id);
    if (tier) tier.name = name;
  },
});

/** Says which tickets a tier is for; `undefined` = all. */
export const setTierWhen = (id: string, when: Condition | undefined): SlaCommand => ({
  label: { key: "sla.commands.setTierWhen" },
  mergeKey: `tier ${id} when`,
  refuse: (document) => refuseMissingTier(document, id),
  apply(draft) {
    const tier = tierOf(draft.spec, id);
    if (!tier) return;
    if (when === undefined) delete tier.when;
    else tier.when = structuredClone(when) as Draft<Condition>;
  },
});
