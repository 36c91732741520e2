/**
 * The matrix of an SLA policy as a drawing: a row for each tier, a column for each priority and one for every
 * priority, a cell for each metric. What stands in a cell, and where it comes from when nothing does.
 *
 * A cell of a row shows what a ticket gets that matches this tier and, of the others, those without a condition.
 */
import { type TargetSource, targetSource } from "@sluice/engine";
import type { Priority, SlaMetric, SlaSpec, SlaTier } from "@sluice/schemas";

/** A column of the matrix: one priority, or every priority. */
export type Column = Priority | "*";

/** The columns from left to right. */
export const columns: readonly Column[] = ["*", "P0", "P1", "P2", "P3"];

/** The metrics that have a length and a factor; the platform's deadline has neither. */
export type ScaledMetric = Exclude<SlaMetric, "platformDue">;

export const isScaled = (metric: SlaMetric): metric is ScaledMetric => metric !== "platformDue";

/** One place of the matrix. */
export interface CellAddress {
  readonly tier: string;
  readonly column: Column;
  readonly metric: SlaMetric;
}

export interface CellView {
  /** The text that the document has in this cell. */
  readonly own: string | undefined;
  /** The tier's factor for the metric; it stands in the column of every priority. */
  readonly factor: number | undefined;
  /** What applies here: the cell itself, the tier's own column of every priority, or another tier. */
  readonly source: TargetSource | undefined;
  readonly state: "filled" | "every" | "inherited" | "empty" | "factor" | "unreached";
  /** Tiers with a condition that would give another target to a ticket that matches them too. */
  readonly rivals: readonly string[];
}

/** The text of a cell; `undefined` while it is empty. */
export const ownText = (tier: SlaTier, column: Column, metric: SlaMetric): string | undefined =>
  tier.targets?.[column]?.[metric];

/** The factor by which a tier multiplies what falls through it. */
export const factorOf = (tier: SlaTier, metric: SlaMetric): number | undefined =>
  isScaled(metric) ? tier.scale?.[metric] : undefined;

/** The calendar of a tier's column; `undefined` = the policy's. */
export const groupCalendar = (tier: SlaTier, column: Column): string | undefined =>
  tier.targets?.[column]?.calendar;

const fills = (tier: SlaTier, column: Column, metric: SlaMetric): boolean =>
  ownText(tier, column, metric) !== undefined || ownText(tier, "*", metric) !== undefined;

/** Tiers below the row and above the source that fill the cell for tickets that match them too. */
function rivalsOf(tiers: readonly SlaTier[], row: number, column: Column, metric: SlaMetric, until: number) {
  return tiers
    .slice(row + 1, Math.max(row + 1, until))
    .filter((tier) => tier.when !== undefined && fills(tier, column, metric))
    .map(({ id }) => id);
}

function everyCell(tier: SlaTier, metric: SlaMetric): CellView {
  const own = ownText(tier, "*", metric);
  const factor = factorOf(tier, metric);
  const state = own !== undefined ? "filled" : factor !== undefined ? "factor" : "empty";
  return { own, factor, source: undefined, state, rivals: [] };
}

/** What stands in one cell. The column of every priority inherits nothing. */
export function cellView(spec: SlaSpec, row: number, column: Column, metric: SlaMetric): CellView {
  const tier = spec.tiers[row];
  if (!tier) return { own: undefined, factor: undefined, source: undefined, state: "empty", rivals: [] };
  if (column === "*") return everyCell(tier, metric);
  const own = ownText(tier, column, metric);
  const matching = spec.tiers.filter(({ when }, index) => index === row || when === undefined);
  const source = targetSource(matching, metric, column, spec.calendar);
  const place = source ? spec.tiers.findIndex(({ id }) => id === source.tier) : spec.tiers.length;
  const state =
    own !== undefined
      ? place === row
        ? "filled"
        : "unreached"
      : source === undefined
        ? "empty"
        : place === row
          ? "every"
          : "inherited";
  return { own, factor: undefined, source, state, rivals: rivalsOf(spec.tiers, row, column, metric, place) };
}
