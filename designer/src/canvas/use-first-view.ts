/** The view a drawing opens with: all of it where that can be read, else its beginning. */
import { useReactFlow, useStore, type Viewport } from "@xyflow/react";
import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";
import type { Drawing } from "./drawing-model.ts";
import { type Bounds, firstView } from "./first-view.ts";

/** The box around all cards and notes. */
export function boundsOf({ nodes }: Pick<Drawing, "nodes">): Bounds | undefined {
  if (nodes.length === 0) return undefined;
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const top = Math.min(...nodes.map(({ position }) => position.y));
  const right = Math.max(...nodes.map(({ position, width = 0 }) => position.x + width));
  const bottom = Math.max(...nodes.map(({ position, height = 0 }) => position.y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Shows a drawing as it is shown first; `duration` in milliseconds lets the view glide there. */
export function useShowWhole(frame: RefObject<HTMLElement | null>) {
  const { setViewport } = useReactFlow();
  return useCallback(
    (drawing: Pick<Drawing, "nodes">, duration = 0): boolean => {
      const box = frame.current?.getBoundingClientRect();
      const bounds = boundsOf(drawing);
      if (box === undefined || box.width === 0 || bounds === undefined) return false;
      void setViewport(firstView(bounds, box), duration > 0 ? { duration } : {});
      return true;
    },
    [frame, setViewport],
  );
}

/** Shown first, and again when the drawer takes or gives room, as long as nobody has moved the view. */
export function useFirstView(frame: RefObject<HTMLElement | null>, drawing: Drawing): void {
  const show = useShowWhole(frame);
  const { getViewport } = useReactFlow();
  const shown = useRef<{ readonly height: number; readonly view: string } | null>(null);
  // React Flow takes no view before its own zoom stands.
  const ready = useStore(({ panZoom }) => panZoom !== null);
  const height = useStore((state) => state.height);
  useLayoutEffect(() => {
    if (!ready || shown.current?.height === height) return;
    const untouched = shown.current === null || shown.current.view === viewOf(getViewport());
    if (!untouched || !show(drawing)) return;
    // The view is set in the next frame.
    requestAnimationFrame(() => {
      shown.current = { height, view: viewOf(getViewport()) };
    });
  }, [ready, show, drawing, height, getViewport]);
}

const viewOf = ({ x, y, zoom }: Viewport): string => `${x} ${y} ${zoom}`;
