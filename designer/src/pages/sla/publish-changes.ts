/** Which targets a publish would change: cell by cell, as they are written. */
import { type SlaSpec, slaMetrics } from "@sluice/schemas";
import { type CellAddress, columns, ownText } from "../../editor/sla/cells.ts";

export interface TargetChange extends CellAddress {
  /** `undefined` = the cell inherits. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The cells of tiers that are there before and after; new and deleted tiers are not cells that changed. */
export function targetChanges(before: SlaSpec, after: SlaSpec): readonly TargetChange[] {
  return after.tiers.flatMap((tier) => {
    const old = before.tiers.find(({ id }) => id === tier.id);
    if (!old) return [];
    return columns.flatMap((column) =>
      slaMetrics.flatMap((metric) => {
        const change = { before: ownText(old, column, metric), after: ownText(tier, column, metric) };
        return change.before === change.after ? [] : [{ tier: tier.id, column, metric, ...change }];
      }),
    );
  });
}
