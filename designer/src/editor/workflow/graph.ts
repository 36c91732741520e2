/** Ways through the graph: what follows what, and the order in which a person reads it. */
import type { WorkflowEdge, WorkflowNode } from "@sluice/schemas";
import { type Kinds, portsOf, type WorkflowDocument } from "./model.ts";

/** The edges that leave a node, in the order of its ports. */
export function edgesOut(
  document: WorkflowDocument,
  node: WorkflowNode,
  kinds: Kinds,
): readonly WorkflowEdge[] {
  const rank = new Map(portsOf(node, kinds).map(({ id }, index) => [id, index]));
  const rankOf = ({ sourcePort }: WorkflowEdge) => rank.get(sourcePort) ?? rank.size;
  return document.spec.edges.filter(({ source }) => source === node.id).sort((a, b) => rankOf(a) - rankOf(b));
}

export const edgesIn = (document: WorkflowDocument, node: string): readonly WorkflowEdge[] =>
  document.spec.edges.filter(({ target }) => target === node);

/** Everything that can be reached from a node, itself included. */
export function reachableFrom(document: WorkflowDocument, start: string): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { source, target } of document.spec.edges)
    next.set(source, [...(next.get(source) ?? []), target]);
  const reached = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(next.get(id) ?? []));
  }
  return reached;
}

/** Topmost first, then leftmost. */
const byPlace = (a: WorkflowNode, b: WorkflowNode): number =>
  (a.position?.y ?? 0) - (b.position?.y ?? 0) || (a.position?.x ?? 0) - (b.position?.x ?? 0);

/**
 * All nodes in reading order: from each trigger along the first way to its end, then the other ways; at last what
 * nothing leads to.
 */
export function readingOrder(document: WorkflowDocument, kinds: Kinds): readonly string[] {
  const { nodes, edges } = document.spec;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const targets = new Set(edges.map(({ target }) => target));
  const outgoing = new Map(nodes.map((node) => [node.id, [] as WorkflowEdge[]]));
  for (const edge of edges) outgoing.get(edge.source)?.push(edge);
  const starts = [...nodes]
    .sort(byPlace)
    .sort((a, b) => Number(targets.has(a.id)) - Number(targets.has(b.id)));
  const order = new Set<string>();
  const open = starts.map(({ id }) => id).reverse();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = byId.get(id);
    if (node === undefined || order.has(id)) continue;
    order.add(id);
    const ports = portsOf(node, kinds).map((port) => port.id);
    const ways = (outgoing.get(id) ?? []).sort(
      (a, b) => ports.indexOf(a.sourcePort) - ports.indexOf(b.sourcePort),
    );
    open.push(...ways.map(({ target }) => target).reverse());
  }
  return [...order];
}
