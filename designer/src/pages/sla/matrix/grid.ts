/** Where one is in the matrix and where a key leads, as in a spreadsheet. */
import type { SlaMetric } from "@sluice/schemas";
import { type Column, columns } from "../../../editor/sla/cells.ts";

/** Metrics are shown three at a time. */
export type MetricView = "answers" | "others";

export const viewMetrics: Readonly<Record<MetricView, readonly SlaMetric[]>> = {
  answers: ["firstResponse", "nextResponse", "resolution"],
  others: ["periodicUpdate", "assignment", "platformDue"],
};

/** The view in which a metric is shown. */
export const viewOf = (metric: SlaMetric): MetricView =>
  viewMetrics.answers.includes(metric) ? "answers" : "others";

export interface GridColumn {
  readonly column: Column;
  readonly metric: SlaMetric;
}

/** The cells of a row from left to right. */
export const gridColumns = (view: MetricView): readonly GridColumn[] =>
  columns.flatMap((column) => viewMetrics[view].map((metric) => ({ column, metric })));

export interface Place {
  readonly row: number;
  readonly col: number;
}

export interface Size {
  readonly rows: number;
  readonly cols: number;
}

/** A rectangle of cells: where it was begun, and the cell that has the focus. */
export interface Selection {
  readonly anchor: Place;
  readonly focus: Place;
}

export const single = (place: Place): Selection => ({ anchor: place, focus: place });

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-8, 0],
  PageDown: [8, 0],
};

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Where a key leads; `undefined` for keys that lead nowhere. `far` = with Ctrl or ⌘. */
export function placeAfter(place: Place, key: string, far: boolean, { rows, cols }: Size): Place | undefined {
  if (key === "Home") return { row: far ? 0 : place.row, col: 0 };
  if (key === "End") return { row: far ? rows - 1 : place.row, col: cols - 1 };
  const step = steps[key];
  if (!step) return undefined;
  const reach = far ? Math.max(rows, cols) : 1;
  return {
    row: within(place.row + step[0] * reach, rows),
    col: within(place.col + step[1] * reach, cols),
  };
}

/** Every place of the rectangle, row by row. */
export function placesOf({ anchor, focus }: Selection): readonly (readonly Place[])[] {
  const rows = range(anchor.row, focus.row);
  const cols = range(anchor.col, focus.col);
  return rows.map((row) => cols.map((col) => ({ row, col })));
}

const range = (a: number, b: number): readonly number[] =>
  Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => Math.min(a, b) + index);

export const isSelected = ({ anchor, focus }: Selection, { row, col }: Place): boolean =>
  row >= Math.min(anchor.row, focus.row) &&
  row <= Math.max(anchor.row, focus.row) &&
  col >= Math.min(anchor.col, focus.col) &&
  col <= Math.max(anchor.col, focus.col);

export const samePlace = (a: Place, b: Place): boolean => a.row === b.row && a.col === b.col;
