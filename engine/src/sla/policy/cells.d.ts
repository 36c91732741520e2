/** The cells of a target table, read once: per priority and metric a value and the calendar of its group. */
import { type Priority, type SlaMetric, type TargetTable } from "@sluice/schemas";
import { type TargetValue } from "./target-rule.ts";
/** A filled cell. `fact` names where the platform's deadline is read. */
export interface Cell {
    readonly calendar: string | undefined;
    readonly content: {
        readonly value: TargetValue;
    } | {
        readonly fact: string;
    };
}
export type Cells = ReadonlyMap<string, Cell>;
/** Reads a table; throws `document.invalid` for a duration that `checkSla` refuses. */
export declare function readCells(table: TargetTable | undefined): Cells;
/** The cell of the priority itself, else that of every priority. */
export declare const cellOf: (cells: Cells, priority: Priority, metric: SlaMetric) => Cell | undefined;
