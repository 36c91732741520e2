/** The edges of a workflow: from a port that exists, one for each port, to a node that may be entered. */
import { type Problem, problem, type WorkflowEdge, type WorkflowNode } from "@sluice/schemas";
import { nodeKinds } from "../workflow/nodes/index.ts";
import type { CheckedNode } from "./node-config.ts";
import { at } from "./pointer.ts";

/** Nodes by id; the first of a doubled id stands for both. */
export type NodesById = ReadonlyMap<string, { readonly node: WorkflowNode; readonly checked: CheckedNode }>;

/** A node whose config is wrong has no known ports, and is complained about already. */
function checkSource({ source, sourcePort }: WorkflowEdge, path: string, nodes: NodesById): Problem[] {
  const found = nodes.get(source);
  if (!found) return [problem(at(path, "source"), "workflow.unknown-node", { node: source })];
  const { checked } = found;
  if (checked.kind === null) return [];
  const ports = checked.kind.ports(checked.config as never);
  return ports.some(({ id }) => id === sourcePort)
    ? []
    : [problem(at(path, "sourcePort"), "workflow.unknown-port", { port: sourcePort })];
}

function checkTarget({ target }: WorkflowEdge, path: string, nodes: NodesById): Problem[] {
  const found = nodes.get(target);
  if (!found) return [problem(at(path, "target"), "workflow.unknown-node", { node: target })];
  return nodeKinds.get(found.node.type)?.definition.hasInput === false
    ? [problem(at(path, "target"), "workflow.into-trigger")]
    : [];
}

/** Every fault of every edge. */
export function checkEdges(edges: readonly WorkflowEdge[], nodes: NodesById): Problem[] {
  const taken = new Set<string>();
  return edges.flatMap((edge, index) => {
    const path = at("/spec/edges", index);
    const port = JSON.stringify([edge.source, edge.sourcePort]);
    const again = taken.has(port);
    taken.add(port);
    return [
      ...checkSource(edge, path, nodes),
      ...checkTarget(edge, path, nodes),
      ...(again ? [problem(at(path, "sourcePort"), "workflow.port-taken", { port: edge.sourcePort })] : []),
    ];
  });
}
