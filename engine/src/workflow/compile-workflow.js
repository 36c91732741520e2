import { EngineError } from "../errors.js";
import { nodeKinds } from "./nodes/index.js";
function compileNode(node, definitions) {
    const kind = nodeKinds.get(node.type);
    if (!kind)
        throw new EngineError("document.invalid", `unknown node kind ${node.type}`, {
            node: node.id,
            kind: node.type,
        });
    return kind.compile((node.config ?? {}), { definitions, nodeId: node.id });
}
const toTrigger = (node, definitions) => {
    const config = (node.config ?? {});
    const when = config.when ?? null;
    return {
        node: node.id,
        on: config.on,
        when,
        holds: when ? definitions.conditions(when) : null,
        allowSelf: config.allowSelf ?? false,
    };
};
/**
 * Prepares a workflow. The document is taken as checked (`parseDocument` and the workflow's own checks).
 * @throws EngineError `document.invalid` for a node kind that does not exist.
 */
export function compileWorkflow(document, ref, definitions) {
    const { spec } = document;
    const nodes = new Map(spec.nodes.map((source) => [source.id, { source, compiled: compileNode(source, definitions) }]));
    const ways = new Map(spec.edges.map((edge) => [`${edge.source} ${edge.sourcePort}`, edge.target]));
    const variables = Object.entries(spec.variables ?? {}).flatMap(([name, variable]) => variable.default === undefined ? [] : [[name, variable.default]]);
    return {
        ref,
        name: document.name,
        concurrency: spec.concurrency ?? "skip",
        triggers: spec.nodes.filter(({ type }) => type === "trigger").map((node) => toTrigger(node, definitions)),
        variables: Object.fromEntries(variables),
        node: (id) => nodes.get(id),
        next: (node, port) => ways.get(`${node} ${port}`),
    };
}
//# sourceMappingURL=compile-workflow.js.map