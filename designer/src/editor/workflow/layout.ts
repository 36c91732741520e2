/** Automatic layout, left to right (dagre); what stands in one group stays together. */
import dagre from "@dagrejs/dagre";
import type { Position } from "@sluice/schemas";
import type { Places } from "./arrange.ts";
import { edgesOut } from "./graph.ts";
import { type Kinds, onGrid, sizeOf, type WorkflowDocument } from "./model.ts";

/** Gaps between columns, between cards of a column, and between an edge and what it passes. */
const gaps = { ranksep: 88, nodesep: 40, edgesep: 24 };

function toGraph(document: WorkflowDocument, kinds: Kinds) {
  const { nodes, groups = [] } = document.spec;
  const graph = new dagre.graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: "LR", ranker: "network-simplex", ...gaps });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { ...sizeOf(node, kinds) });
  for (const node of nodes)
    for (const edge of edgesOut(document, node, kinds))
      if (graph.hasNode(edge.target)) graph.setEdge(edge.source, edge.target, {}, edge.id);
  for (const group of groups) {
    const box = `group:${group.id}`;
    graph.setNode(box, {});
    for (const id of group.nodes) if (graph.hasNode(id)) graph.setParent(id, box);
  }
  return graph;
}

/** Where every node goes; the whole begins where it began. */
export function layout(document: WorkflowDocument, kinds: Kinds): Places {
  const graph = toGraph(document, kinds);
  dagre.layout(graph);
  const corners = document.spec.nodes.map(({ id }) => {
    const { x = 0, y = 0, width = 0, height = 0 } = graph.node(id) as Partial<Record<string, number>>;
    return [id, { x: x - width / 2, y: y - height / 2 }] as const;
  });
  const left = Math.min(...corners.map(([, { x }]) => x));
  const top = Math.min(...corners.map(([, { y }]) => y));
  return new Map(corners.map(([id, { x, y }]) => [id, onGrid({ x: x - left, y: y - top })]));
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
  const wanted = layout(document, kinds);
  return new Map(
    nodes.map(({ id, position }) => {
      const { x, y } = wanted.get(id) ?? { x: 0, y: 0 };
      return [id, position ?? { x, y: y + below }];
    }),
  );
}
