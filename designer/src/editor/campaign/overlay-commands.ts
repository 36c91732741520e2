/** Commands on what a phase lays over an SLA policy: targets, factors, for whom, and what its edges do. */
import type { Condition, EdgePolicy, SlaMetric, SlaOverlay } from "@sluice/schemas";
import type { Draft } from "immer";
import { type CellChange, putValue, refuseValue } from "../sla/cell-value.ts";
import type { Column } from "../sla/cells.ts";
import { type CampaignCommand, onPhase, phaseOf, refuseMissingOverlay, refuseMissingPhase } from "./find.ts";

/** An overlay of a phase, by its place in the phase's list. */
export interface OverlayPlace {
  readonly phase: string;
  readonly at: number;
}

const onOverlay = (
  { phase, at }: OverlayPlace,
  label: CampaignCommand["label"],
  change: (overlay: Draft<SlaOverlay>) => void,
  more: Pick<CampaignCommand, "mergeKey" | "refuse"> = {},
): CampaignCommand => ({
  label,
  refuse: (document) => refuseMissingOverlay(document, phase, at) ?? more.refuse?.(document),
  ...(more.mergeKey === undefined ? {} : { mergeKey: more.mergeKey }),
  apply(draft) {
    const overlay = phaseOf(draft.spec, phase)?.sla?.[at];
    if (overlay) change(overlay);
  },
});

/** Lays something over a policy. */
export const addOverlay = (phase: string, overlay: SlaOverlay): CampaignCommand =>
  onPhase(phase, { key: "campaign.commands.addOverlay" }, (draft) => {
    draft.sla ??= [];
    draft.sla.push(structuredClone(overlay) as Draft<SlaOverlay>);
  });

export const removeOverlay = ({ phase, at }: OverlayPlace): CampaignCommand => ({
  label: { key: "campaign.commands.removeOverlay" },
  refuse: (document) => refuseMissingPhase(document, phase) ?? refuseMissingOverlay(document, phase, at),
  apply(draft) {
    const found = phaseOf(draft.spec, phase);
    found?.sla?.splice(at, 1);
    if (found?.sla?.length === 0) delete found.sla;
  },
});

/** Chooses the policy that the overlay lies over. */
export const setOverlayPolicy = (place: OverlayPlace, policy: string): CampaignCommand =>
  onOverlay(place, { key: "campaign.commands.setOverlayPolicy" }, (overlay) => {
    overlay.policy = policy;
  });

/** One cell of an overlay: a target, in the column of every priority also a factor, or nothing. */
export type OverlayCell = Omit<CellChange, "tier">;

/** Changes any number of cells as one step. */
export const setOverlayCells = (
  place: OverlayPlace,
  cells: readonly OverlayCell[],
  label: CampaignCommand["label"] = { key: "campaign.commands.setTarget" },
): CampaignCommand =>
  onOverlay(
    place,
    label,
    (overlay) => {
      for (const cell of cells) putValue(overlay, cell);
    },
    {
      refuse: () => {
        if (cells.some(({ metric }) => metric === "platformDue"))
          return { reason: { key: "campaign.refusals.platformDue" } };
        return cells.map(refuseValue).find(Boolean);
      },
    },
  );

/** Writes a target (ISO 8601), or takes it away. */
export const setOverlayTarget = (
  place: OverlayPlace,
  column: Column,
  metric: SlaMetric,
  text: string | undefined,
): CampaignCommand =>
  setOverlayCells(place, [
    { column, metric, value: text === undefined ? { type: "empty" } : { type: "target", text } },
  ]);

/** Multiplies what the policy gives, or no longer does. */
export const setOverlayScale = (
  place: OverlayPlace,
  metric: SlaMetric,
  factor: number | undefined,
): CampaignCommand =>
  setOverlayCells(
    place,
    [{ column: "*", metric, value: factor === undefined ? { type: "empty" } : { type: "factor", factor } }],
    { key: "campaign.commands.setScale" },
  );

/** Says which tickets it is for; `undefined` = all. */
export const setOverlayWhen = (place: OverlayPlace, when: Condition | undefined): CampaignCommand =>
  onOverlay(
    place,
    { key: "campaign.commands.setOverlayWhen" },
    (overlay) => {
      if (when === undefined) delete overlay.when;
      else overlay.when = structuredClone(when) as Draft<Condition>;
    },
    { mergeKey: `phase ${place.phase} overlay ${place.at} when` },
  );

/** Gives the targets a calendar of their own, or with `undefined` the policy's. */
export const setOverlayCalendar = (place: OverlayPlace, calendar: string | undefined): CampaignCommand =>
  onOverlay(place, { key: "campaign.commands.setOverlayCalendar" }, (overlay) => {
    if (calendar === undefined) delete overlay.calendar;
    else overlay.calendar = calendar;
  });

/** Says what the phase's start (`inFlight`) or end (`onEnd`) does to clocks that are open then. */
export const setOverlayEdge = (
  place: OverlayPlace,
  edge: "inFlight" | "onEnd",
  policy: EdgePolicy,
): CampaignCommand =>
  onOverlay(place, { key: `campaign.commands.${edge}` }, (overlay) => {
    overlay[edge] = policy;
  });
