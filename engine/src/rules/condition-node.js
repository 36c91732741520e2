/** `unknown` for needs. */
export const truthOf = (evaluated) => typeof evaluated === "boolean" ? evaluated : "unknown";
/** The three-valued outcome of a list: `decisive` settles it (false for all, true for any). */
function evaluateList(nodes, decisive, evaluation) {
    let needs;
    for (const node of nodes) {
        const result = node.evaluate(evaluation);
        if (result === decisive)
            return decisive;
        if (typeof result === "boolean")
            continue;
        needs ??= new Set();
        for (const fact of result.needs)
            needs.add(fact);
    }
    return needs ? { needs: [...needs] } : !decisive;
}
function truthOfList(children, decisive) {
    if (children.some((child) => child.result === decisive))
        return decisive;
    return children.some((child) => child.result === "unknown") ? "unknown" : !decisive;
}
/** `all` or `any` of a list. */
export function listNode(type, nodes) {
    const decisive = type === "any";
    const mayNeed = nodes.some((node) => node.mayNeed);
    const test = type === "all"
        ? (e) => {
            for (const node of nodes)
                if (!node.test(e))
                    return false;
            return true;
        }
        : (e) => {
            for (const node of nodes)
                if (node.test(e))
                    return true;
            return false;
        };
    return {
        test,
        evaluate: mayNeed ? (e) => evaluateList(nodes, decisive, e) : test,
        explain: (e) => {
            const children = nodes.map((node) => node.explain(e));
            return { type, result: truthOfList(children, decisive), children };
        },
        mayNeed,
    };
}
/** The negation of one. */
export function notNode(inner) {
    const test = (e) => !inner.test(e);
    return {
        test,
        evaluate: inner.mayNeed
            ? (e) => {
                const result = inner.evaluate(e);
                return typeof result === "boolean" ? !result : result;
            }
            : test,
        explain: (e) => {
            const child = inner.explain(e);
            return {
                type: "not",
                result: child.result === "unknown" ? "unknown" : !child.result,
                children: [child],
            };
        },
        mayNeed: inner.mayNeed,
    };
}
/** A named condition, inlined. */
export function segmentNode(segment, inner) {
    return {
        ...inner,
        explain: (e) => {
            const child = inner.explain(e);
            return { type: "segment", segment, result: child.result, children: [child] };
        },
    };
}
//# sourceMappingURL=condition-node.js.map