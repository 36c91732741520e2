/** Ports that lead nowhere: one of several is most likely forgotten, the only one may be meant as the end. */
import {
  type Finding,
  type FindingFix,
  finding,
  type PortDefinition,
  type SluiceDocument,
} from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import type { LintContext, LintRule } from "../rule.ts";
import type { GraphNode, WorkflowGraph } from "../workflow-graph.ts";

const connectToEnd = { zh: "连到结束", en: "Connect to the end" };

/** An edge to the end node, where there is exactly one. */
function toEnd(id: string, port: string, { spec }: SluiceDocument<"workflow">): FindingFix | undefined {
  const ends = spec.nodes.filter(({ type }) => type === "end");
  const [end] = ends;
  if (!end || ends.length > 1) return undefined;
  const taken = new Set(spec.edges.map((edge) => edge.id));
  let edgeId = `${id}-${port}`;
  for (let copy = 2; taken.has(edgeId); copy += 1) edgeId = `${id}-${port}-${copy}`;
  const value = { id: edgeId, source: id, sourcePort: port, target: end.id };
  return { label: connectToEnd, patch: [{ op: "add", path: "/spec/edges/-", value }] };
}

function ofNode(
  { node, index, ports }: GraphNode,
  graph: WorkflowGraph,
  document: SluiceDocument<"workflow">,
): readonly Finding[] {
  const path = at("/spec/nodes", index);
  const outcomes = (ports ?? []).filter(({ id }) => id !== "error");
  const open = outcomes.filter(({ id }) => !graph.isWired(node.id, id));
  if (open.length === 0) return [];
  if (node.type === "trigger") return [finding("warning", path, "workflow.starts-nothing")];
  const fixOf = ({ id }: PortDefinition) => toEnd(node.id, id, document);
  const [only] = open;
  if (outcomes.length === 1 && only)
    return [finding("info", path, "workflow.nothing-follows", {}, fixOf(only))];
  return open.map((port) =>
    finding("warning", path, "workflow.port-unwired", { port: port.label }, fixOf(port)),
  );
}

export const unwiredPorts: LintRule<"workflow"> = {
  id: "unwired-ports",
  check: (document, { graph }: LintContext) =>
    graph ? [...graph.nodes.values()].flatMap((node) => ofNode(node, graph, document)) : [],
};
