/**
 * What pointing at and clicking on the canvas does. The handlers stay the same functions: React Flow hands them to
 * every node, and a new one would render every node again with each move of one.
 */
import type { MiniMapProps, ReactFlowProps } from "@xyflow/react";
import { type RefObject, useMemo } from "react";
import type { CanvasNode, LineEdge } from "./drawing-model.ts";
import { useEditor } from "./editor-context.ts";
import type { FlowNodes } from "./use-flow-nodes.ts";
import type { Popups } from "./use-popups.ts";

type Handlers = Pick<
  ReactFlowProps<CanvasNode, LineEdge>,
  | "onNodeMouseEnter"
  | "onNodeMouseLeave"
  | "onEdgeMouseEnter"
  | "onEdgeMouseLeave"
  | "onEdgeClick"
  | "onNodeDoubleClick"
  | "onPaneClick"
  | "onPaneContextMenu"
  | "onEdgeContextMenu"
>;

export function useSurfaceHandlers(
  frame: RefObject<HTMLElement | null>,
  select: FlowNodes["select"],
  { openQuickAdd }: Popups,
): Handlers {
  const { store, readOnly } = useEditor();
  return useMemo(
    () => ({
      onNodeMouseEnter: (_, { id }) => store.set({ hoverNode: id }),
      onNodeMouseLeave: () => store.set({ hoverNode: null }),
      onEdgeMouseEnter: (_, { id }) => store.set({ hoverEdge: id }),
      onEdgeMouseLeave: () => store.set({ hoverEdge: null }),
      onEdgeClick: (_, { id }) => {
        store.set({ chosenEdge: id });
        select([]);
        frame.current?.focus();
      },
      onNodeDoubleClick: (_, { id }) => (readOnly ? undefined : store.set({ renaming: id })),
      onPaneClick: () => {
        store.set({ chosenEdge: null });
        frame.current?.focus();
      },
      // The second button adds where it is pressed: on free ground there, on a line into it.
      onPaneContextMenu: (event) => {
        if (readOnly) return;
        event.preventDefault();
        openQuickAdd({ at: { x: event.clientX, y: event.clientY } });
      },
      onEdgeContextMenu: (event, { id }) => {
        if (readOnly) return;
        event.preventDefault();
        openQuickAdd({ edge: id }, { x: event.clientX, y: event.clientY });
      },
    }),
    [frame, select, store, readOnly, openQuickAdd],
  );
}

/** The families' bands, for the minimap. */
const familyColours: Readonly<Record<string, string>> = {
  trigger: "#7a5ad0",
  decision: "#2f74d0",
  state: "#12908a",
  people: "#d9730d",
  integration: "#2f8f46",
  control: "#74828d",
};

/** The colour of a node on the minimap. */
export function useNodeColour(): NonNullable<Exclude<MiniMapProps<CanvasNode>["nodeColor"], string>> {
  const { kinds } = useEditor().drafting;
  return useMemo(
    () => (node) =>
      familyColours[node.type === "card" ? (kinds.get(node.data.node.type)?.family ?? "") : ""] ?? "#c3ccd3",
    [kinds],
  );
}
