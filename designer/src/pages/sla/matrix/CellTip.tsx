/** What floats under the cell that is written, focused or pointed at: both readings, and where a target comes from. */
import type { ReactNode } from "react";
import styles from "./matrix.module.css";

/** Where a cell stands within the matrix, in px. */
export interface CellBox {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  /** Of the matrix. */
  readonly within: number;
}

/** The box of a cell. */
export function boxOf(cell: HTMLElement, matrix: HTMLElement): CellBox {
  const inner = cell.getBoundingClientRect();
  const outer = matrix.getBoundingClientRect();
  return {
    left: inner.left - outer.left,
    bottom: inner.bottom - outer.top,
    width: inner.width,
    within: outer.width,
  };
}

export function CellTip({
  box,
  id,
  fault,
  children,
}: {
  box: CellBox;
  id: string;
  fault: boolean;
  children: ReactNode;
}) {
  const fromRight = box.left + box.width / 2 > box.within / 2;
  const side = fromRight ? { right: box.within - box.left - box.width } : { left: box.left };
  return (
    <div
      id={id}
      className={styles.tip}
      data-fault={fault}
      role={fault ? "alert" : "status"}
      style={{ top: box.bottom + 4, ...side }}
    >
      {children}
    </div>
  );
}
