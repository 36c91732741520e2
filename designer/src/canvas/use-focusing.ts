/** Bringing a node into view and the focus onto it, also when it has yet to be drawn. */
import { useReactFlow } from "@xyflow/react";
import { type RefObject, useCallback, useMemo } from "react";
import type { CanvasNode, LineEdge } from "./drawing-model.ts";

/** Frames that a new card may take to appear. */
const patience = 20;
const margin = 24;

export interface Focusing {
  /** Moves the view so that the node is in it; one that is already stays where it is, unless `centre`. */
  readonly reveal: (id: string, centre?: boolean) => void;
  /** Chooses the node and gives its card the focus. */
  readonly focusNode: (id: string) => void;
}

const isInside = (inner: DOMRect, outer: DOMRect): boolean =>
  inner.left >= outer.left + margin &&
  inner.right <= outer.right - margin &&
  inner.top >= outer.top + margin &&
  inner.bottom <= outer.bottom - margin;

export const cardElement = (bench: HTMLElement | null, id: string): HTMLElement | null =>
  bench?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? null;

export function useFocusing(
  bench: RefObject<HTMLElement | null>,
  select: (ids: readonly string[]) => void,
): Focusing {
  const { getInternalNode, setCenter, getZoom } = useReactFlow<CanvasNode, LineEdge>();
  const reveal = useCallback(
    (id: string, centre = false) => {
      const node = getInternalNode(id);
      if (node === undefined) return;
      const card = cardElement(bench.current, id)?.getBoundingClientRect();
      const view = bench.current?.querySelector("[data-canvas]")?.getBoundingClientRect();
      if (!centre && card && view && isInside(card, view)) return;
      const { x, y } = node.internals.positionAbsolute;
      const { width = 0, height = 0 } = node.measured;
      void setCenter(x + width / 2, y + height / 2, { zoom: Math.max(getZoom(), 0.6) });
    },
    [bench, getInternalNode, setCenter, getZoom],
  );
  const focusNode = useCallback(
    (id: string) => {
      select([id]);
      const attempt = (left: number) => {
        reveal(id);
        const card = cardElement(bench.current, id);
        if (card) card.focus({ preventScroll: true });
        else if (left > 0) requestAnimationFrame(() => attempt(left - 1));
      };
      requestAnimationFrame(() => attempt(patience));
    },
    [bench, select, reveal],
  );
  return useMemo(() => ({ reveal, focusNode }), [reveal, focusNode]);
}
