/**
 * The document as React Flow draws it, and back. Cards are made once for each node and kept while nothing of it
 * changes, so that an edit renders only what it touched.
 */
import type { Position, WorkflowEdge, WorkflowNode } from "@sluice/schemas";
import type { Edge, Node, NodeHandle } from "@xyflow/react";
import { placesOf } from "../editor/workflow/layout.ts";
import {
  cardSize,
  type Kinds,
  noteSize,
  portHeight,
  portsOf,
  sizeOf,
  type WorkflowDocument,
  type WorkflowNote,
} from "../editor/workflow/model.ts";
import { disturbances, rectOf, toLine } from "./draw-lines.ts";
import { samePlace } from "./route-edge.ts";

/** What a card is drawn from; `placed` says whether the document holds its place. */
export type CardData = {
  readonly node: WorkflowNode;
  readonly placed: boolean;
  /** Port → id of the edge that leaves by it. */
  readonly wires: Readonly<Record<string, string>>;
};
export type CardNode = Node<CardData, "card">;
export type NoteData = { readonly note: WorkflowNote };
export type NoteNode = Node<NoteData, "note">;
export type CanvasNode = CardNode | NoteNode;
export type LineData = { readonly edge: WorkflowEdge; readonly points: readonly Position[] };
export type LineEdge = Edge<LineData, "line">;

export interface Drawing {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly LineEdge[];
}

const dot = 10;

/** The ports as React Flow knows them before it has measured anything. */
function handlesOf(node: WorkflowNode, kinds: Kinds): NodeHandle[] {
  const ports = portsOf(node, kinds);
  const handle = (type: "source" | "target", id: string | null, x: number, y: number): NodeHandle => ({
    type,
    id,
    x: x - dot / 2,
    y: y - dot / 2,
    width: dot,
    height: dot,
    position: (type === "source" ? "right" : "left") as NodeHandle["position"],
  });
  const outs = ports.map(({ id }, index) =>
    handle("source", id, cardSize.width, portHeight(index, ports.length)),
  );
  return kinds.get(node.type)?.hasInput === false
    ? outs
    : [handle("target", null, 0, cardSize.head / 2), ...outs];
}

/** What a screen reader says of nodes and notes. */
export interface Describe {
  readonly node: (node: WorkflowNode) => string;
  readonly note: (note: WorkflowNote) => string;
}

const byId: Describe = { node: ({ id }) => id, note: ({ id }) => id };

function toCard(data: CardData, position: Position, kinds: Kinds, describe: Describe): CardNode {
  const { width, height } = sizeOf(data.node, kinds);
  return {
    id: data.node.id,
    type: "card",
    position,
    data,
    width,
    height,
    // Known without a look at the screen, so that what is out of view counts too.
    measured: { width, height },
    handles: handlesOf(data.node, kinds),
    ariaLabel: describe.node(data.node),
  };
}

const toNoteNode = (note: WorkflowNote, describe: Describe): NoteNode => ({
  id: note.id,
  type: "note",
  position: { x: note.position?.x ?? 0, y: note.position?.y ?? 0 },
  data: { note },
  width: note.size?.width ?? noteSize.width,
  height: note.size?.height ?? noteSize.height,
  zIndex: -1,
  ariaLabel: describe.note(note),
});

/** Port → edge of each node. */
function wiresOf({ spec }: WorkflowDocument): ReadonlyMap<string, Record<string, string>> {
  const wires = new Map<string, Record<string, string>>();
  for (const { id, source, sourcePort } of spec.edges) {
    const known = wires.get(source) ?? {};
    known[sourcePort] = id;
    wires.set(source, known);
  }
  return wires;
}

const sameWires = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([port, edge]) => b[port] === edge);

/** Makes drawings of one workflow; what has not changed since the last is the same object. */
export function createDrawing(
  kinds: Kinds,
  describe: Describe = byId,
): (document: WorkflowDocument) => Drawing {
  let cards = new Map<string, CardNode>();
  let notes = new Map<string, NoteNode>();
  let lines = new Map<string, LineEdge>();

  function cardsOf(document: WorkflowDocument): Map<string, CardNode> {
    const places = placesOf(document, kinds);
    const wires = wiresOf(document);
    return new Map(
      document.spec.nodes.map((node) => {
        const position = places.get(node.id) ?? { x: 0, y: 0 };
        const data = { node, placed: node.position !== undefined, wires: wires.get(node.id) ?? {} };
        const old = cards.get(node.id);
        if (old?.data.node === node && sameWires(old.data.wires, data.wires)) {
          if (samePlace(old.position, position)) return [node.id, old];
          return [node.id, { ...old, position }];
        }
        return [node.id, toCard(data, position, kinds, describe)];
      }),
    );
  }

  return (document) => {
    const before = cards;
    cards = cardsOf(document);
    const rects = new Map([...cards].map(([id, card]) => [id, rectOf(card)]));
    const disturbed = disturbances(before, cards);
    notes = new Map(
      (document.spec.notes ?? []).map((note) => {
        const old = notes.get(note.id);
        return [note.id, old?.data.note === note ? old : toNoteNode(note, describe)];
      }),
    );
    lines = new Map(
      document.spec.edges.map((edge) => {
        const old = lines.get(edge.id);
        return [edge.id, toLine({ edge, cards, rects, kinds, old, disturbed })];
      }),
    );
    return { nodes: [...notes.values(), ...cards.values()], edges: [...lines.values()] };
  };
}

/** The document that a drawing shows: everything but what is drawn comes from `frame`. */
export function fromDrawing({ nodes, edges }: Drawing, frame: WorkflowDocument): WorkflowDocument {
  const { notes: _, ...spec } = frame.spec;
  const notes = nodes.filter((node): node is NoteNode => node.type === "note").map(({ data }) => data.note);
  return {
    ...frame,
    spec: {
      ...spec,
      nodes: nodes
        .filter((node): node is CardNode => node.type === "card")
        .map(({ data, position }) => {
          const { position: __, ...node } = data.node;
          return data.placed ? { ...node, position } : node;
        }),
      edges: edges.map(({ id, source, sourceHandle, target }) => ({
        id,
        source,
        sourcePort: sourceHandle ?? "",
        target,
      })),
      ...(frame.spec.notes ? { notes } : {}),
    },
  };
}
