/** The cells of a target table, read once: per priority and metric a value and the calendar of its group. */
import { type Priority, type SlaMetric, slaMetrics, type TargetTable } from "@sluice/schemas";
import { durationValue, type TargetValue } from "./target-rule.ts";

/** A filled cell. `fact` names where the platform's deadline is read. */
export interface Cell {
  readonly calendar: string | undefined;
  readonly content: { readonly value: TargetValue } | { readonly fact: string };
}

/** By column (a priority, or `*`) and metric. */
export type Cells = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

/** Reads a table; throws `document.invalid` for a duration that `checkSla` refuses. */
export function readCells(table: TargetTable | undefined): Cells {
  const cells = new Map<string, Map<string, Cell>>();
  for (const [priority, group] of Object.entries(table ?? {})) {
    const column = new Map<string, Cell>();
    cells.set(priority, column);
    for (const metric of slaMetrics) {
      const text = group[metric];
      if (text === undefined) continue;
      const content = metric === "platformDue" ? { fact: text } : { value: durationValue(text) };
      column.set(metric, { calendar: group.calendar, content });
    }
  }
  return cells;
}

/** The cell of the priority itself, else that of every priority. */
export const cellOf = (cells: Cells, priority: Priority, metric: SlaMetric): Cell | undefined =>
  cells.get(priority)?.get(metric) ?? cells.get("*")?.get(metric);
