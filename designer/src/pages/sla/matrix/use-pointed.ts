/** The cell under the pointer, once the pointer rests. */
import { type MouseEvent, useEffect, useRef, useState } from "react";
import type { Place } from "./grid.ts";

/** Shorter rests are on the way to somewhere else. */
const restMs = 120;

/** The place that an element, or what is in it, stands for. */
export function placeOf(
  target: EventTarget,
): { readonly place: Place; readonly cell: HTMLElement } | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [row, col] = (cell?.dataset.cell ?? "").split("-").map(Number);
  return cell && row !== undefined && col !== undefined ? { place: { row, col }, cell } : undefined;
}

/** Listens on the whole matrix: one timer for all cells. */
export function usePointed(onPointed: (place: Place | undefined) => void) {
  const [pointed, setPointed] = useState<Place>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (place: Place | undefined) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setPointed(place);
      onPointed(place);
    }, restMs);
  };
  return {
    pointed,
    onMouseOver: (event: MouseEvent) => settle(placeOf(event.target)?.place),
    onMouseLeave: () => settle(undefined),
    /** Whoever goes on by keys needs no words over the cells they go to. */
    hush: () => {
      clearTimeout(timer.current);
      setPointed(undefined);
    },
  };
}
