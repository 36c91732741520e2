/** Steps of a patch that draw: edges and nodes with ids of their own. */
import type { PatchStep, WorkflowNode, WorkflowSpec } from "@sluice/schemas";
import { at } from "../check/pointer.ts";

/** The longest that both a node's and an edge's id may be, with room for a number. */
const longest = 56;

/** `wanted`, or with a number behind it where something is called so already. */
export function freshId(items: readonly { readonly id: string }[], wanted: string): string {
  const taken = new Set(items.map(({ id }) => id));
  const base = wanted.slice(0, longest);
  let id = base;
  for (let copy = 2; taken.has(id); copy += 1) id = `${base}-${copy}`;
  return id;
}

/** An edge from a node's port; one that leads to a node that is gone leads there instead. */
export function edgeTo(
  { edges }: WorkflowSpec,
  source: string,
  sourcePort: string,
  target: string,
): PatchStep {
  const lost = edges.findIndex((edge) => edge.source === source && edge.sourcePort === sourcePort);
  if (lost >= 0) return { op: "replace", path: at("/spec/edges", lost, "target"), value: target };
  const value = { id: freshId(edges, `${source}-${sourcePort}`), source, sourcePort, target };
  return { op: "add", path: "/spec/edges/-", value };
}

/** A node to the right of another. */
export function nodeAfter(before: WorkflowNode, node: Omit<WorkflowNode, "position">): PatchStep {
  const { position } = before;
  const value = position ? { ...node, position: { x: position.x + 280, y: position.y } } : node;
  return { op: "add", path: "/spec/nodes/-", value };
}
