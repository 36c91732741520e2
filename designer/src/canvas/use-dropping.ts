/** Dropping from the palette: on the canvas, or on an edge, which lights up while it would take the node. */
import { useReactFlow } from "@xyflow/react";
import { type DragEvent, useMemo } from "react";
import { useAdding } from "./adding-context.ts";
import type { Drawing } from "./drawing-model.ts";
import { useEditor } from "./editor-context.ts";
import { entryType } from "./Palette.tsx";
import type { PaletteEntry } from "./palette-entries.ts";
import { distanceTo } from "./route-edge.ts";

/** Pixels from an edge within which it takes the node. */
const reach = 18;

/** The nearest edge within reach of a point of the drawing. */
export function edgeNear(drawing: Drawing, point: { x: number; y: number }, within: number): string | null {
  let nearest: string | null = null;
  let least = within;
  for (const { id, data } of drawing.edges) {
    const distance = distanceTo(data?.points ?? [], point);
    if (distance <= least) [nearest, least] = [id, distance];
  }
  return nearest;
}

export interface Dropping {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

export function useDropping(drawing: Drawing, dragged: PaletteEntry | null): Dropping {
  const { store } = useEditor();
  const { add } = useAdding();
  const { screenToFlowPosition, getZoom } = useReactFlow();
  return useMemo(() => {
    const edgeUnder = ({ clientX, clientY }: DragEvent) => {
      if (dragged === null || !dragged.hasInput || !dragged.hasOutput) return null;
      // The grid is for cards: the pointer is where it is.
      const point = screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false });
      return edgeNear(drawing, point, reach / getZoom());
    };
    return {
      onDragOver(event) {
        if (!event.dataTransfer.types.includes(entryType)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        store.set({ dropEdge: edgeUnder(event) });
      },
      onDragLeave(event) {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        store.set({ dropEdge: null });
      },
      onDrop(event) {
        if (dragged === null || !event.dataTransfer.types.includes(entryType)) return;
        event.preventDefault();
        const edge = edgeUnder(event);
        store.set({ dropEdge: null });
        add(dragged, edge === null ? { at: { x: event.clientX, y: event.clientY } } : { edge });
      },
    };
  }, [drawing, dragged, store, add, screenToFlowPosition, getZoom]);
}
