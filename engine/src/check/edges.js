/** The edges of a workflow: from a port that exists, one for each port, to a node that may be entered. */
import { problem } from "@sluice/schemas";
import { nodeKinds } from "../workflow/nodes/index.js";
import { at } from "./pointer.js";
/** A node whose config is wrong has no known ports, and is complained about already. */
function checkSource({ source, sourcePort }, path, nodes) {
    const found = nodes.get(source);
    if (!found)
        return [problem(at(path, "source"), "workflow.unknown-node", { node: source })];
    const { checked } = found;
    if (checked.kind === null)
        return [];
    const ports = checked.kind.ports(checked.config);
    return ports.some(({ id }) => id === sourcePort)
        ? []
        : [problem(at(path, "sourcePort"), "workflow.unknown-port", { port: sourcePort })];
}
function checkTarget({ target }, path, nodes) {
    const found = nodes.get(target);
    if (!found)
        return [problem(at(path, "target"), "workflow.unknown-node", { node: target })];
    return nodeKinds.get(found.node.type)?.definition.hasInput === false
        ? [problem(at(path, "target"), "workflow.into-trigger")]
        : [];
}
/** Every fault of every edge. */
export function checkEdges(edges, nodes) {
    const taken = new Set();
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
//# sourceMappingURL=edges.js.map