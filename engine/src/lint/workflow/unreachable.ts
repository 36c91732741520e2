/** Nodes that no trigger leads to. */
import { type Finding, finding, type PatchStep, type SluiceDocument } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { fixOf } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";
import type { WorkflowGraph } from "../workflow-graph.ts";

function reachedFrom(starts: readonly string[], graph: WorkflowGraph): ReadonlySet<string> {
  const reached = new Set(starts);
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const next of graph.next(id)) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  return reached;
}

/** The node and its edges, the later ones first, so that the pointers of the others stay right. */
function withoutNode(id: string, index: number, { spec }: SluiceDocument<"workflow">): readonly PatchStep[] {
  const edges = spec.edges.flatMap(({ source, target }, place) =>
    source === id || target === id ? [{ op: "remove" as const, path: at("/spec/edges", place) }] : [],
  );
  return [...edges.toReversed(), { op: "remove", path: at("/spec/nodes", index) }];
}

function check(document: SluiceDocument<"workflow">, { graph }: LintContext): readonly Finding[] {
  if (!graph) return [];
  const all = [...graph.nodes.values()];
  const triggers = all.filter(({ node }) => node.type === "trigger").map(({ node }) => node.id);
  // Without a trigger nothing is reached, and check says so once.
  if (triggers.length === 0) return [];
  const reached = reachedFrom(triggers, graph);
  return all
    .filter(({ node }) => !reached.has(node.id))
    .map(({ node, index }) =>
      finding(
        "warning",
        at("/spec/nodes", index),
        "workflow.unreachable",
        {},
        fixOf("remove-node", withoutNode(node.id, index, document)),
      ),
    );
}

export const unreachable: LintRule<"workflow"> = { id: "unreachable", check };
