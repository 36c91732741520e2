/**
 * The nodes as React Flow moves them. The document is the truth; only what a hand has not let go of, what is chosen
 * and what was measured lives here.
 */
import { applyNodeChanges, type NodeChange } from "@xyflow/react";
import { useCallback, useEffect, useState } from "react";
import type { CanvasNode } from "./drawing-model.ts";
import type { CanvasState } from "./editor-context.ts";
import { type Hand, takeInHand } from "./hand.ts";
import type { Store } from "./store.ts";

export interface FlowNodes {
  readonly nodes: CanvasNode[];
  readonly onNodesChange: (changes: NodeChange<CanvasNode>[]) => void;
  /** Chooses exactly these, also those that the next drawing brings. */
  readonly select: (ids: Iterable<string>) => void;
}

const isSame = (old: CanvasNode, next: CanvasNode, selected: boolean): boolean =>
  old.data === next.data &&
  old.position.x === next.position.x &&
  old.position.y === next.position.y &&
  old.width === next.width &&
  old.height === next.height &&
  old.ariaLabel === next.ariaLabel &&
  (old.selected ?? false) === selected;

/** The drawing's nodes with what was chosen; a node that nothing happened to stays the same object. */
export function mergeNodes(
  old: readonly CanvasNode[],
  drawn: readonly CanvasNode[],
  wanted: ReadonlySet<string> | null,
): CanvasNode[] {
  const known = new Map(old.map((node) => [node.id, node]));
  return drawn.map((node) => {
    const before = known.get(node.id);
    const selected = wanted ? wanted.has(node.id) : (before?.selected ?? false);
    // What is in hand stays there, whatever else changes meanwhile.
    if (before?.dragging)
      return { ...node, selected, position: before.position, dragging: true } as CanvasNode;
    if (before && isSame(before, node, selected)) return before;
    return { ...node, selected } as CanvasNode;
  });
}

/** Keeps what is chosen known outside React Flow. */
function usePublishedSelection(nodes: readonly CanvasNode[], store: Store<CanvasState>): void {
  useEffect(() => {
    const now = nodes.filter(({ selected }) => selected).map(({ id }) => id);
    const { selection } = store.get();
    const same = now.length === selection.length && now.every((id, index) => id === selection[index]);
    if (!same) store.set({ selection: now });
  }, [nodes, store]);
}

export function useFlowNodes(
  drawn: readonly CanvasNode[],
  store: Store<CanvasState>,
  hand: Store<Hand>,
): FlowNodes {
  const [nodes, setNodes] = useState<CanvasNode[]>(() => [...drawn]);
  const [seen, setSeen] = useState(drawn);
  const [wanted, setWanted] = useState<ReadonlySet<string> | null>(null);
  if (seen !== drawn) {
    setSeen(drawn);
    setNodes(mergeNodes(nodes, drawn, wanted));
    setWanted(null);
  }
  usePublishedSelection(nodes, store);
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const kept = takeInHand(changes, hand).filter(({ type }) => type !== "remove");
      if (kept.length === 0) return;
      if (kept.some(({ type }) => type === "select")) setWanted(null);
      setNodes((current) => applyNodeChanges(kept, current));
    },
    [hand],
  );
  const select = useCallback((ids: Iterable<string>) => {
    const chosen = new Set(ids);
    setWanted(chosen);
    setNodes((current) =>
      current.map((node) => {
        const selected = chosen.has(node.id);
        return (node.selected ?? false) === selected ? node : ({ ...node, selected } as CanvasNode);
      }),
    );
  }, []);
  return { nodes, onNodesChange, select };
}
