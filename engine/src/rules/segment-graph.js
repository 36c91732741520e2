/** Segments as a graph: which refer to each other, and how large a condition is with them inlined. */
import { checkCondition } from "@sluice/schemas";
const whenOf = (key, segments) => Object.hasOwn(segments, key) ? segments[key] : undefined;
/** The segments that a tree refers to; none for a tree that is not well formed. */
function segmentsOf(when) {
    if (checkCondition(when).length > 0)
        return [];
    const found = new Set();
    const stack = [when];
    for (let at = stack.pop(); at; at = stack.pop()) {
        if ("condition" in at)
            found.add(at.condition);
        else if ("not" in at)
            stack.push(at.not);
        else if ("all" in at)
            stack.push(...at.all);
        else if ("any" in at)
            stack.push(...at.any);
    }
    return [...found];
}
/** A cycle that is reached from a segment, first key repeated at its end; `undefined` when there is none. */
export function segmentCycle(key, segments) {
    const done = new Set();
    const trail = [];
    const enter = (segment) => {
        const when = whenOf(segment, segments);
        trail.push({ key: segment, next: when === undefined ? [] : [...segmentsOf(when)] });
    };
    enter(key);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
        const next = top.next.pop();
        if (next === undefined) {
            done.add(top.key);
            trail.pop();
        }
        else if (!done.has(next)) {
            const from = trail.findIndex((step) => step.key === next);
            if (from >= 0)
                return [...trail.slice(from).map((step) => step.key), next];
            enter(next);
        }
    }
    return undefined;
}
/** Depth and leaves with every segment inlined; the segments must not refer to each other in a cycle. */
export function sizeWithSegments(when, segments) {
    const known = new Map();
    const sizeOf = (at) => {
        if ("condition" in at) {
            let size = known.get(at.condition);
            if (!size) {
                const inner = whenOf(at.condition, segments);
                size = inner === undefined ? { depth: 1, leaves: 1 } : grown(sizeOf(inner));
                known.set(at.condition, size);
            }
            return size;
        }
        if ("not" in at)
            return grown(sizeOf(at.not));
        if (!("all" in at) && !("any" in at))
            return { depth: 1, leaves: 1 };
        const sizes = ("all" in at ? at.all : at.any).map(sizeOf);
        return {
            depth: 1 + Math.max(...sizes.map((size) => size.depth)),
            leaves: sizes.reduce((sum, size) => sum + size.leaves, 0),
        };
    };
    return sizeOf(when);
}
const grown = (size) => ({ depth: size.depth + 1, leaves: size.leaves });
//# sourceMappingURL=segment-graph.js.map