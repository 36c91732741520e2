/** The floating words of the cell that is written or pointed at. */
import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { readCellText } from "../../../editor/sla/cell-text.ts";
import { type CellAddress, cellView, groupCalendar, isScaled } from "../../../editor/sla/cells.ts";
import { tierOf } from "../../../editor/sla/tier.ts";
import { boxOf, type CellBox, CellTip } from "./CellTip.tsx";
import { bothReadings, cellFace, type FaceContext } from "./cell-face.ts";
import type { Place } from "./grid.ts";
import type { MatrixProps } from "./Matrix.tsx";

/** The cell's editor is described by it. */
export const tipId = "sla-cell-tip";

interface Words {
  readonly lines: readonly string[];
  readonly fault: boolean;
}

/** How a typed text is understood: both readings, or why not. */
function typedWords(typed: string, address: CellAddress, context: FaceContext): Words {
  const { t, spec } = context;
  const hint = t("sla.cell.editHint");
  if (!isScaled(address.metric)) return { lines: [t("sla.cell.chooseFact")], fault: false };
  const reading = readCellText(typed, address.metric);
  if (!reading.ok) {
    const { fault, n = "" } = reading.fault;
    return { lines: [t(`fields.duration.fault.${fault}`, { n })], fault: true };
  }
  const { value } = reading;
  if (value.type === "factor") {
    const misplaced = address.column !== "*";
    const said = misplaced ? t("sla.refusals.factorPlace") : t("sla.cell.factor", { factor: value.factor });
    return { lines: [said, hint], fault: misplaced };
  }
  if (value.type === "empty") return { lines: [hint], fault: false };
  const tier = tierOf(spec, address.tier);
  const calendar = (tier && groupCalendar(tier, address.column)) ?? spec.calendar;
  return { lines: [bothReadings(value.text, calendar, context), hint], fault: false };
}

/** What applies in a cell and where it comes from. */
function shownWords(place: Place, address: CellAddress, { context, problems }: MatrixProps): Words {
  const view = cellView(context.spec, place.row, address.column, address.metric);
  const { value, notes } = cellFace(address, view, context);
  const problem = problems(place.row, address);
  return { lines: [value, ...notes, ...(problem === undefined ? [] : [problem])], fault: false };
}

export function MatrixTip(props: MatrixProps & { place: Place; matrix: RefObject<HTMLDivElement | null> }) {
  const { place, matrix, state, context } = props;
  const { i18n } = useTranslation();
  const [box, setBox] = useState<CellBox>();
  const { row, col } = place;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text of another length moves the cells
  useLayoutEffect(() => {
    const around = matrix.current;
    const cell = around?.querySelector<HTMLElement>(`[data-cell="${row}-${col}"]`);
    if (around && cell) setBox(boxOf(cell, around));
  }, [matrix, row, col, context.spec, i18n.language]);
  const typed = useSyncExternalStore(state.typed.subscribe, state.typed.get);
  const address = state.addressOf(place);
  if (!address || !box) return null;
  const { lines, fault } = state.editing
    ? typedWords(typed, address, context)
    : shownWords(place, address, props);
  return (
    <CellTip box={box} id={tipId} fault={fault}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </CellTip>
  );
}
