/** Moving by hand: React Flow moves, and the drop is one command. */
import type { OnNodeDrag, SelectionDragHandler } from "@xyflow/react";
import { useMemo } from "react";
import { moveItems } from "../editor/workflow/arrange.ts";
import type { CanvasNode } from "./drawing-model.ts";
import { useEditor } from "./editor-context.ts";

export interface Moving {
  readonly onNodeDragStop: OnNodeDrag<CanvasNode>;
  readonly onSelectionDragStop: SelectionDragHandler<CanvasNode>;
}

export function useMoving(): Moving {
  const { execute, session } = useEditor();
  return useMemo(() => {
    const drop = (nodes: readonly CanvasNode[]) => {
      session.seal();
      execute(moveItems(new Map(nodes.map(({ id, position }) => [id, position]))));
      session.seal();
    };
    return {
      onNodeDragStop: (_event, _node, nodes) => drop(nodes),
      onSelectionDragStop: (_event, nodes) => drop(nodes),
    };
  }, [execute, session]);
}
