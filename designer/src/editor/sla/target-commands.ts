/** Commands on the cells of the matrix: one, a block, and the calendars of their groups. */
import type { Command, Refusal } from "../command.ts";
import { type CellChange, putCalendar, putValue, refuseValue } from "./cell-value.ts";
import type { CellAddress, Column } from "./cells.ts";
import { refuseMissingTier, tierOf } from "./tier.ts";

type SlaCommand = Command<"sla">;

const firstRefusal = (changes: readonly CellChange[]): Refusal | undefined => {
  for (const change of changes) {
    const refusal = refuseValue(change);
    if (refusal) return refusal;
  }
  return undefined;
};

/** Changes any number of cells as one step: a paste, a cleared selection. */
export const setCells = (changes: readonly CellChange[], label?: SlaCommand["label"]): SlaCommand => ({
  label: label ?? { key: "sla.commands.setCells", values: { count: changes.length } },
  refuse: (document) => {
    const missing = changes.map(({ tier }) => refuseMissingTier(document, tier)).find(Boolean);
    return missing ?? firstRefusal(changes);
  },
  apply(draft) {
    for (const change of changes) {
      const tier = tierOf(draft.spec, change.tier);
      if (tier) putValue(tier, change);
    }
  },
});

/** Writes a target: an ISO duration, or for the platform's deadline the fact that holds it. */
export const setTarget = (address: CellAddress, text: string): SlaCommand =>
  setCells([{ ...address, value: { type: "target", text } }], { key: "sla.commands.setTarget" });

/** Empties a cell; it inherits again. */
export const clearTarget = (address: CellAddress): SlaCommand =>
  setCells([{ ...address, value: { type: "empty" } }], { key: "sla.commands.clearTarget" });

/** Multiplies what falls through the tier. */
export const setScale = (tier: string, metric: CellAddress["metric"], factor: number): SlaCommand =>
  setCells([{ tier, metric, column: "*", value: { type: "factor", factor } }], {
    key: "sla.commands.setScale",
  });

/** Gives one column of a tier a calendar of its own, or with `undefined` the policy's. */
export const setGroupCalendar = (
  tierId: string,
  column: Column,
  calendar: string | undefined,
): SlaCommand => ({
  label: { key: "sla.commands.setGroupCalendar" },
  refuse: (document) => refuseMissingTier(document, tierId),
  apply(draft) {
    const tier = tierOf(draft.spec, tierId);
    if (tier) putCalendar(tier, column, calendar);
  },
});
