/**
 * What people type into a cell: a length (`30分`, `2 h`, `3个工作日`, `PT30M`), in the column of every priority
 * also a factor (`×0.5`, `x0.5`, `50%`), or nothing. And the same the other way round, for editing and copying.
 */
import type { TFunction } from "i18next";
import { type DurationReading, durationText, parseDurationText } from "../../fields/parse-duration-text.ts";
import type { CellChange, CellValue } from "./cell-value.ts";
import { type CellAddress, type CellView, isScaled } from "./cells.ts";

export type CellReading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly fault: Exclude<DurationReading, { readonly ok: true }> };

const factorShape = /^(?:[×✕x*]\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*%)$/i;

function readFactor(text: string): number | undefined {
  const found = factorShape.exec(text);
  if (!found) return undefined;
  return found[1] === undefined ? Number(found[2]) / 100 : Number(found[1]);
}

/** Reads a typed text. For the platform's deadline the text is the id of the fact that holds it. */
export function readCellText(typed: string, metric: CellAddress["metric"]): CellReading {
  const text = typed.normalize("NFKC").trim();
  if (text === "" || text === "-" || text === "–") return { ok: true, value: { type: "empty" } };
  if (!isScaled(metric)) return { ok: true, value: { type: "target", text } };
  const factor = readFactor(text);
  if (factor !== undefined) return { ok: true, value: { type: "factor", factor } };
  const reading = parseDurationText(text, "working");
  return reading.ok
    ? { ok: true, value: { type: "target", text: reading.iso } }
    : { ok: false, fault: reading };
}

export const factorText = (factor: number): string => `×${factor}`;

/** The text with which editing of a cell begins; what is inherited is not the cell's own. */
export function editText(
  { own, factor }: Pick<CellView, "own" | "factor">,
  metric: CellAddress["metric"],
  t: TFunction,
): string {
  if (own !== undefined) return isScaled(metric) ? durationText(own, t) : own;
  return factor === undefined ? "" : factorText(factor);
}

/** A block of cells as spreadsheets take it: tabs between cells, a line for each row. */
export const blockText = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => row.join("\t")).join("\n");

/** A pasted text as rows of cells; the last line end begins no row. */
export const readBlock = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t"));

/** What a paste would change, and the first text in it that cannot be read. */
export interface PasteReading {
  readonly changes: readonly CellChange[];
  readonly fault?: { readonly text: string };
}

/**
 * Lays a block over the addresses, row by row; what reaches beyond them is left out. One text is laid over all
 * of them, as spreadsheets do.
 */
export function readPaste(
  block: readonly (readonly string[])[],
  addresses: readonly (readonly CellAddress[])[],
): PasteReading {
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  const changes: CellChange[] = [];
  for (const [row, places] of addresses.entries())
    for (const [col, address] of places.entries()) {
      const text = only ?? block[row]?.[col];
      if (text === undefined) continue;
      const reading = readCellText(text, address.metric);
      if (!reading.ok) return { changes: [], fault: { text } };
      changes.push({ ...address, value: reading.value });
    }
  return { changes };
}
