/** Gives the keyboard's focus to the cell where one is, whenever it was asked for. */
import { useEffect, useRef } from "react";
import type { MatrixState } from "./use-matrix.ts";

/** The ref of the element around the matrix. */
export function useMatrixFocus({ focusAsked, selection }: MatrixState) {
  const matrix = useRef<HTMLDivElement>(null);
  const { row, col } = selection.focus;
  const done = useRef(0);
  useEffect(() => {
    if (focusAsked === done.current) return;
    done.current = focusAsked;
    matrix.current?.querySelector<HTMLElement>(`[data-cell="${row}-${col}"]`)?.focus();
  }, [focusAsked, row, col]);
  return matrix;
}
