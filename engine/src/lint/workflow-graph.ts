/** A workflow as a graph, as far as its nodes can be read: a node whose config is wrong has no known ports. */
import {
  type Json,
  type PortDefinition,
  parseValue,
  type WorkflowNode,
  type WorkflowSpec,
} from "@sluice/schemas";
import { nodeKinds } from "../workflow/nodes/index.ts";

export interface GraphNode {
  readonly node: WorkflowNode;
  readonly index: number;
  /** Ports that this node can leave by; `null` when its kind or its config is wrong. */
  readonly ports: readonly PortDefinition[] | null;
}

export interface WorkflowGraph {
  /** In document order; of two nodes with one id the first. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Ids of the nodes that edges of this one lead to. */
  next(id: string): readonly string[];
  isWired(id: string, port: string): boolean;
}

type Config = Readonly<Record<string, Json | undefined>>;

/** Ports that a kind has and a config never takes. */
const idlePorts: Readonly<Record<string, (config: Config) => readonly string[]>> = {
  task: ({ due }) => (due === undefined ? ["timeout"] : []),
  wait: ({ event, timeout }) => (event === undefined || timeout === undefined ? ["timeout"] : []),
};

function portsOf(node: WorkflowNode): readonly PortDefinition[] | null {
  const kind = nodeKinds.get(node.type);
  const config = (node.config ?? {}) as Config;
  if (!kind || !parseValue(kind.definition.config, config).ok) return null;
  const idle = Object.hasOwn(idlePorts, node.type) ? (idlePorts[node.type]?.(config) ?? []) : [];
  return kind.ports(config as never).filter(({ id }) => !idle.includes(id));
}

/** Prepares the graph; edges to and from nodes that are not there are left out. */
export function createWorkflowGraph({ nodes, edges }: WorkflowSpec): WorkflowGraph {
  const byId = new Map<string, GraphNode>();
  for (const [index, node] of nodes.entries())
    if (!byId.has(node.id)) byId.set(node.id, { node, index, ports: portsOf(node) });
  const ways = new Map<string, string[]>();
  const wired = new Set<string>();
  for (const { source, sourcePort, target } of edges) {
    if (!byId.has(source) || !byId.has(target)) continue;
    wired.add(JSON.stringify([source, sourcePort]));
    const targets = ways.get(source);
    if (targets) targets.push(target);
    else ways.set(source, [target]);
  }
  return {
    nodes: byId,
    next: (id) => ways.get(id) ?? [],
    isWired: (id, port) => wired.has(JSON.stringify([id, port])),
  };
}
