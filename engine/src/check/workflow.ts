/** workflow: its nodes, its edges, and that something can start it. */
import { type Problem, problem, type SluiceDocument } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
import { checkDuplicates } from "./duplicates.ts";
import { checkEdges } from "./edges.ts";
import { checkForks } from "./forks.ts";
import { checkNode } from "./node-config.ts";
import { at } from "./pointer.ts";
import { checkSubflows } from "./subflows.ts";
import { checkTicketless } from "./ticketless.ts";

/** Everything that keeps a workflow from being published. The context knows its variables as `vars.<name>`. */
export function checkWorkflow(document: SluiceDocument<"workflow">, context: CheckContext): Problem[] {
  const { spec } = document;
  const { nodes, edges } = spec;
  const all = nodes.map((node, index) => ({
    node,
    checked: checkNode(node, at("/spec/nodes", index), context),
  }));
  const byId = new Map(all.toReversed().map((item) => [item.node.id, item]));
  return [
    ...(nodes.some(({ type }) => type === "trigger") ? [] : [problem("/spec/nodes", "workflow.no-trigger")]),
    ...checkDuplicates(nodes, "/spec/nodes"),
    ...all.flatMap(({ checked }) => checked.problems),
    ...checkDuplicates(edges, "/spec/edges"),
    ...checkEdges(edges, byId),
    ...checkForks(spec),
    ...checkSubflows(document, context),
    ...checkTicketless(document, context, ({ id }) => byId.get(id)?.checked.kind != null),
  ];
}
