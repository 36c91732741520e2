/** Moving by hand: React Flow moves, and the drop is one command. */
import type { OnNodeDrag, SelectionDragHandler } from "@xyflow/react";
import { type RefObject, useMemo } from "react";
import { moveItems } from "../editor/workflow/arrange.ts";
import type { CanvasNode } from "./drawing-model.ts";
import { useEditor } from "./editor-context.ts";

export interface Moving {
  readonly onNodeDragStart: OnNodeDrag<CanvasNode>;
  readonly onSelectionDragStart: SelectionDragHandler<CanvasNode>;
  readonly onNodeDragStop: OnNodeDrag<CanvasNode>;
  readonly onSelectionDragStop: SelectionDragHandler<CanvasNode>;
}

/** `frame` is told while something is in hand: what else lies under the pointer does not matter then. */
export function useMoving(frame: RefObject<HTMLElement | null>): Moving {
  const { execute, session } = useEditor();
  return useMemo(() => {
    const take = () => frame.current?.setAttribute("data-moving", "");
    const drop = (nodes: readonly CanvasNode[]) => {
      frame.current?.removeAttribute("data-moving");
      session.seal();
      execute(moveItems(new Map(nodes.map(({ id, position }) => [id, position]))));
      session.seal();
    };
    return {
      onNodeDragStart: take,
      onSelectionDragStart: take,
      onNodeDragStop: (_event, _node, nodes) => drop(nodes),
      onSelectionDragStop: (_event, nodes) => drop(nodes),
    };
  }, [execute, session, frame]);
}
