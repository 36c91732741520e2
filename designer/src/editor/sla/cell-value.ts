/** What can be put into a cell: a target, a factor (in the column of every priority), or nothing. */
import { checkDuration } from "@sluice/engine";
import type { SlaTier } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Refusal } from "../command.ts";
import { type CellAddress, isScaled } from "./cells.ts";

export type CellValue =
  | { readonly type: "target"; readonly text: string }
  | { readonly type: "factor"; readonly factor: number }
  | { readonly type: "empty" };

/** One cell and what it is to hold. */
export interface CellChange extends Omit<CellAddress, "tier"> {
  readonly tier: string;
  readonly value: CellValue;
}

/** Why a cell cannot hold a value; `undefined` when it can. */
export function refuseValue({ column, metric, value }: Omit<CellChange, "tier">): Refusal | undefined {
  if (value.type === "empty") return undefined;
  if (value.type === "factor") {
    if (!isScaled(metric)) return { reason: { key: "sla.refusals.platformFactor" } };
    if (column !== "*") return { reason: { key: "sla.refusals.factorPlace" } };
    const sound = value.factor > 0 && value.factor <= 1000;
    return sound ? undefined : { reason: { key: "sla.refusals.factorRange" } };
  }
  if (!isScaled(metric)) return value.text === "" ? { reason: { key: "sla.refusals.emptyFact" } } : undefined;
  const [problem] = checkDuration(value.text, "");
  return problem ? { reason: { key: "sla.refusals.duration" }, detail: problem.message } : undefined;
}

/** What holds cells and factors: a tier, or what a campaign lays over the policy. */
export type CellHolder = Pick<SlaTier, "targets" | "scale">;

/** Empty groups and tables say nothing: they go, so that a cleared cell leaves the document as it was. */
function tidy(tier: Draft<CellHolder>, column: CellAddress["column"]): void {
  if (tier.targets?.[column] && Object.keys(tier.targets[column]).length === 0) delete tier.targets[column];
  if (tier.targets && Object.keys(tier.targets).length === 0) delete tier.targets;
  if (tier.scale && Object.keys(tier.scale).length === 0) delete tier.scale;
}

/** The cells of a column, made where there are none. */
function groupOf(tier: Draft<CellHolder>, column: CellAddress["column"]) {
  const targets = tier.targets ?? {};
  const group = targets[column] ?? {};
  targets[column] = group;
  tier.targets = targets;
  // What was put in stands in the draft now; the object that was made does not.
  return tier.targets[column] ?? group;
}

/** Puts a value into a cell of a tier. A cell of every priority holds a target or a factor, never both. */
export function putValue(tier: Draft<CellHolder>, { column, metric, value }: Omit<CellChange, "tier">): void {
  if (value.type === "target") {
    groupOf(tier, column)[metric] = value.text;
  } else {
    delete tier.targets?.[column]?.[metric];
  }
  if (column === "*" && isScaled(metric)) {
    if (value.type === "factor") {
      tier.scale ??= {};
      tier.scale[metric] = value.factor;
    } else delete tier.scale?.[metric];
  }
  tidy(tier, column);
}

/** A calendar for a tier's column, or the policy's own again. */
export function putCalendar(
  tier: Draft<SlaTier>,
  column: CellAddress["column"],
  calendar: string | undefined,
): void {
  if (calendar === undefined) delete tier.targets?.[column]?.calendar;
  else groupOf(tier, column).calendar = calendar;
  tidy(tier, column);
}
