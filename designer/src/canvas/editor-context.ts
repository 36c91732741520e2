/** What every part of the canvas is given: the document's session, its kinds and words, and what is shown in passing. */
import type { Severity } from "@sluice/schemas";
import { createContext, useContext } from "react";
import type { EditSession } from "../editor/edit-session.ts";
import type { Drafting, WorkflowCommand } from "../editor/workflow/drafting.ts";
import type { WordsContext } from "../nodes/words.ts";
import type { Hand } from "./hand.ts";
import { type Store, useStored } from "./store.ts";

/** How many problems a node has and how bad the worst is. */
export interface NodeProblems {
  readonly count: number;
  readonly worst: Severity;
}

/** What is shown in passing; none of it is part of the document. */
export interface CanvasState {
  readonly problems: ReadonlyMap<string, NodeProblems>;
  /** The edge that would take what is being dragged. */
  readonly dropEdge: string | null;
  readonly hoverEdge: string | null;
  /** The edge that was clicked: Delete removes it. */
  readonly chosenEdge: string | null;
  readonly hoverNode: string | null;
  /** The node that a list points at. */
  readonly marked: string | null;
  /** The node whose name is being written on its card. */
  readonly renaming: string | null;
  /** The edge whose end is being moved. */
  readonly reconnecting: string | null;
  /** Nodes and notes that are chosen. */
  readonly selection: readonly string[];
  /** Nodes and notes that a hand is moving. */
  readonly held: ReadonlySet<string>;
  /** Where the line that is being drawn comes from. */
  readonly drawnFrom: DrawnFrom | null;
}

/** The end that stands while a line is drawn: a way out of a node, or, when a beginning is moved, the node it leads to. */
export interface DrawnFrom {
  readonly type: "source" | "target";
  readonly node: string;
  readonly port: string;
}

export const emptyCanvasState: CanvasState = {
  problems: new Map(),
  dropEdge: null,
  hoverEdge: null,
  chosenEdge: null,
  hoverNode: null,
  marked: null,
  renaming: null,
  reconnecting: null,
  selection: [],
  held: new Set(),
  drawnFrom: null,
};

export interface CanvasEditor {
  readonly session: EditSession<"workflow">;
  readonly execute: (command: WorkflowCommand) => boolean;
  readonly drafting: Drafting;
  readonly words: WordsContext;
  readonly language: string;
  readonly readOnly: boolean;
  readonly store: Store<CanvasState>;
  /** What is being moved, and how far. */
  readonly hand: Store<Hand>;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
}

export const CanvasEditorContext = createContext<CanvasEditor | null>(null);

/** The editor; only below `WorkflowDrawing`. */
export function useEditor(): CanvasEditor {
  const editor = useContext(CanvasEditorContext);
  if (editor === null) throw new Error("useEditor outside WorkflowDrawing");
  return editor;
}

/** Part of what is shown in passing. */
export const useCanvas = <V>(select: (state: CanvasState) => V): V => useStored(useEditor().store, select);
