/** Ports that lead nowhere: one of several is most likely forgotten, the only one may be meant as the end. */
import { type Finding, type FindingFix, finding, type SluiceDocument } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { readForkScopes } from "../../workflow/fork-scopes.ts";
import { edgeTo, freshId, nodeAfter } from "../drawing-steps.ts";
import { fixOf } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";
import type { GraphNode, WorkflowGraph } from "../workflow-graph.ts";

/** An edge to the first end node, or to one that is drawn for it. */
function toEnd({ node }: GraphNode, port: string, { spec }: SluiceDocument<"workflow">): FindingFix {
  const known = spec.nodes.find(({ type }) => type === "end")?.id;
  const id = known ?? freshId(spec.nodes, "end");
  const drawn = known === undefined ? [nodeAfter(node, { id, type: "end" })] : [];
  return fixOf("connect-to-end", [...drawn, edgeTo(spec, node.id, port, id)]);
}

/** An edge to the first node that nothing leads to: most likely it was meant to follow. */
function toLost(
  { node }: GraphNode,
  port: string,
  graph: WorkflowGraph,
  { spec }: SluiceDocument<"workflow">,
): FindingFix | undefined {
  const reached = new Set([...graph.nodes.keys()].flatMap((id) => graph.next(id)));
  const lost = spec.nodes.find(({ id, type }) => type !== "trigger" && !reached.has(id));
  return lost && fixOf("connect-next", [edgeTo(spec, node.id, port, lost.id)]);
}

const isInLoop = (id: string, { spec }: SluiceDocument<"workflow">): boolean =>
  spec.nodes.some(({ type }) => type === "foreach") &&
  (readForkScopes(spec).inside.get(id) ?? []).some(
    (around) => spec.nodes.find((one) => one.id === around)?.type === "foreach",
  );

function ofNode(
  drawn: GraphNode,
  graph: WorkflowGraph,
  document: SluiceDocument<"workflow">,
): readonly Finding[] {
  const { node, index, ports } = drawn;
  const path = at("/spec/nodes", index);
  const outcomes = (ports ?? []).filter(({ id }) => id !== "error");
  const open = outcomes.filter(({ id }) => !graph.isWired(node.id, id));
  const [first] = open;
  if (!first) return [];
  if (node.type === "trigger")
    return [
      finding("warning", path, "workflow.starts-nothing", {}, toLost(drawn, first.id, graph, document)),
    ];
  // In a loop's body it is the end of an item.
  if (outcomes.length === 1 && isInLoop(node.id, document)) return [];
  if (outcomes.length === 1)
    return [finding("info", path, "workflow.nothing-follows", {}, toEnd(drawn, first.id, document))];
  return open.map(({ id, label }) =>
    finding("warning", path, "workflow.port-unwired", { port: label }, toEnd(drawn, id, document)),
  );
}

export const unwiredPorts: LintRule<"workflow"> = {
  id: "unwired-ports",
  check: (document, { graph }: LintContext) =>
    graph ? [...graph.nodes.values()].flatMap((node) => ofNode(node, graph, document)) : [],
};
