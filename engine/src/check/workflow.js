/** workflow: its nodes, its edges, and that something can start it. */
import { problem } from "@sluice/schemas";
import { checkDuplicates } from "./duplicates.js";
import { checkEdges } from "./edges.js";
import { checkNode } from "./node-config.js";
import { at } from "./pointer.js";
/** Everything that keeps a workflow from being published. The context knows its variables as `vars.<name>`. */
export function checkWorkflow({ spec }, context) {
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
    ];
}
//# sourceMappingURL=workflow.js.map