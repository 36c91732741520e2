/** Findings by the cell they are about. */
import type { Finding, SlaSpec } from "@sluice/schemas";
import { inLanguage } from "../../../explain/names.ts";
import type { GridColumn } from "./grid.ts";

const shape = /^\/spec\/tiers\/(\d+)\/targets\/([^/]+)\/([^/]+)/;

/** What is said of a cell, in the language; several sentences are joined. */
export type ProblemsOf = (row: number, cell: GridColumn) => string | undefined;

/** Sorts findings into cells; those about other places of the policy are left out. */
export function problemsByCell(findings: readonly Finding[], language: string): ProblemsOf {
  const texts = new Map<string, string>();
  for (const { path, message } of findings) {
    const found = shape.exec(path);
    if (!found) continue;
    const key = found.slice(1).join(" ");
    const said = inLanguage(message, language);
    const before = texts.get(key);
    texts.set(key, before === undefined ? said : `${before} ${said}`);
  }
  return (row, { column, metric }) => texts.get(`${row} ${column} ${metric}`);
}

/** The place that a JSON pointer names, if it is a cell or a tier of the policy. */
export function cellAt(
  path: string,
  spec: SlaSpec,
): { readonly row: number; readonly cell?: GridColumn } | undefined {
  const row = /^\/spec\/tiers\/(\d+)/.exec(path)?.[1];
  if (row === undefined || !spec.tiers[Number(row)]) return undefined;
  const [, , column, metric] = shape.exec(path) ?? [];
  return column === undefined || metric === undefined
    ? { row: Number(row) }
    : { row: Number(row), cell: { column, metric } as GridColumn };
}
