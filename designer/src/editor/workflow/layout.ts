/** Automatic layout, left to right (dagre); what stands in one group stays together. */
import dagre from "@dagrejs/dagre";
import type { Position } from "@sluice/schemas";
import type { Places } from "./arrange.ts";
import { edgesOut } from "./graph.ts";
import { cardSize, type Kinds, onGrid, sizeOf, type WorkflowDocument } from "./model.ts";

/** Gaps between columns, between cards of a column, and between an edge and what it passes. */
const gaps = { ranksep: 80, nodesep: 40, edgesep: 24 };

function toGraph(document: WorkflowDocument, kinds: Kinds) {
  const { nodes, groups = [] } = document.spec;
  const graph = new dagre.graphlib.Graph({ compound: groups.length > 0, multigraph: true });
  graph.setGraph({ rankdir: "LR", ranker: "network-simplex", ...gaps });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { ...sizeOf(node, kinds) });
  for (const node of nodes)
    edgesOut(document, node, kinds).forEach((edge, index) => {
      // The first way out is what happens as a rule: it runs straight, the others bend.
      if (graph.hasNode(edge.target))
        graph.setEdge(edge.source, edge.target, { weight: index === 0 ? 4 : 1 }, edge.id);
    });
  for (const group of groups) {
    const box = `group:${group.id}`;
    graph.setNode(box, {});
    for (const id of group.nodes) if (graph.hasNode(id)) graph.setParent(id, box);
  }
  return graph;
}

interface Laid extends Position {
  readonly id: string;
  readonly height: number;
}

/**
 * Cards of a row stand with their heads in line, where lines arrive, and not with their middles; what then hangs
 * too low pushes the next of its column down.
 */
function headsInLine(centres: readonly Laid[]): readonly Laid[] {
  const columns = new Map<number, Laid[]>();
  for (const card of centres) {
    const column = Math.round(card.x);
    columns.set(column, [...(columns.get(column) ?? []), card]);
  }
  return [...columns.values()].flatMap((column) => {
    let free = Number.NEGATIVE_INFINITY;
    return [...column]
      .sort((a, b) => a.y - b.y)
      .map((card) => {
        const y = Math.max(card.y - cardSize.head / 2, free);
        free = y + card.height + gaps.nodesep / 2;
        return { ...card, y };
      });
  });
}

/** Where every node goes; the whole begins at the origin. */
export function layout(document: WorkflowDocument, kinds: Kinds): Places {
  if (document.spec.nodes.length === 0) return new Map();
  const graph = toGraph(document, kinds);
  dagre.layout(graph);
  const cards = headsInLine(
    document.spec.nodes.map(({ id }) => {
      const { x = 0, y = 0, height = 0 } = graph.node(id) as Partial<Record<string, number>>;
      return { id, x, y, height };
    }),
  );
  const left = Math.min(...cards.map(({ x }) => x));
  const top = Math.min(...cards.map(({ y }) => y));
  return new Map(cards.map(({ id, x, y }) => [id, onGrid({ x: x - left, y: y - top })]));
}

let remembered = { of: "", places: new Map() as Places };

/** The layout; asked again for the same graph, as after every edit of a text, it answers at once. */
function rememberedLayout(document: WorkflowDocument, kinds: Kinds): Places {
  const { nodes, edges, groups } = document.spec;
  const shape = nodes.map((node) => [node.id, sizeOf(node, kinds).height]);
  const of = JSON.stringify([shape, edges, groups]);
  if (remembered.of !== of) remembered = { of, places: layout(document, kinds) };
  return remembered.places;
}

/** Where each node stands: its own place, or, where it has none, what the layout says, below what has. */
export function placesOf(document: WorkflowDocument, kinds: Kinds): Places {
  const { nodes } = document.spec;
  if (nodes.every(({ position }) => position !== undefined))
    return new Map(nodes.map(({ id, position }) => [id, position as Position]));
  const placed = nodes.flatMap((node) =>
    node.position ? [node.position.y + sizeOf(node, kinds).height] : [],
  );
  const below = placed.length === 0 ? 0 : Math.max(...placed) + gaps.nodesep;
  const wanted = rememberedLayout(document, kinds);
  return new Map(
    nodes.map(({ id, position }) => {
      const { x, y } = wanted.get(id) ?? { x: 0, y: 0 };
      return [id, position ?? { x, y: y + below }];
    }),
  );
}
