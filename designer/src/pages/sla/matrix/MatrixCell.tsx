/** One cell of the matrix, shown or being written. */
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CellView } from "../../../editor/sla/cells.ts";
import type { CellFace } from "./cell-face.ts";
import type { Place } from "./grid.ts";
import styles from "./matrix.module.css";

export interface MatrixCellProps {
  readonly place: Place;
  readonly face: CellFace;
  readonly state: CellView["state"];
  /** The place in words. */
  readonly address: string;
  readonly active: boolean;
  readonly selected: boolean;
  /** The first cell of a column group, which carries the group's line. */
  readonly first: boolean;
  /** The name of the group's own calendar, in its first cell. */
  readonly calendar: string | undefined;
  /** What lint says of the cell. */
  readonly problem: string | undefined;
  /** The editor, while the cell is written. */
  readonly editor: ReactNode;
}

/** Everything the cell means, for those who hear it. */
const spoken = ({ address, face, problem }: MatrixCellProps): string =>
  [`${address}: ${face.value}`, ...face.notes, ...(problem === undefined ? [] : [problem])].join("; ");

function Cell(props: MatrixCellProps) {
  const { place, face, state, active, selected, first, calendar, problem, editor } = props;
  const { t } = useTranslation();
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table with the role grid
      role="gridcell"
      className={styles.cell}
      data-cell={`${place.row}-${place.col}`}
      data-state={state}
      data-first={first}
      data-problem={problem !== undefined}
      aria-selected={selected}
      tabIndex={active && !editor ? 0 : -1}
    >
      {editor ?? (
        <>
          <span className="visually-hidden">{spoken(props)}</span>
          <span className={styles.value} aria-hidden="true">
            {face.short === "" ? "–" : face.short}
          </span>
        </>
      )}
      {calendar === undefined || editor ? null : (
        <span className={styles.groupCalendar} aria-hidden="true" title={t("sla.cell.on", { calendar })}>
          {calendar}
        </span>
      )}
    </td>
  );
}

export const MatrixCell = memo(Cell);
