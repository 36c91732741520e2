/** The view a drawing opens with: all of it where that can be read, else its beginning. */
import { useReactFlow, useStore } from "@xyflow/react";
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Drawing } from "./drawing-model.ts";
import { type Bounds, firstView } from "./first-view.ts";

/** The box around all cards and notes. */
export function boundsOf({ nodes }: Drawing): Bounds | undefined {
  if (nodes.length === 0) return undefined;
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const top = Math.min(...nodes.map(({ position }) => position.y));
  const right = Math.max(...nodes.map(({ position, width = 0 }) => position.x + width));
  const bottom = Math.max(...nodes.map(({ position, height = 0 }) => position.y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function useFirstView(frame: RefObject<HTMLElement | null>, drawing: Drawing): void {
  const { setViewport } = useReactFlow();
  const done = useRef(false);
  // React Flow takes no view before its own zoom stands.
  const ready = useStore(({ panZoom }) => panZoom !== null);
  useLayoutEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    const bounds = boundsOf(drawing);
    if (!ready || done.current || box === undefined || box.width === 0 || bounds === undefined) return;
    done.current = true;
    void setViewport(firstView(bounds, box));
  }, [ready, frame, drawing, setViewport]);
}
