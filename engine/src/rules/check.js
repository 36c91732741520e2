/**
 * Whether a condition may be published: its shape, then every fact, operator, value and segment in it,
 * each fault with its JSON pointer. What passes here compiles.
 */
import { checkCondition, problem } from "@sluice/schemas";
import { checkLeaf } from "./check-leaf.js";
import { expandedLimits } from "./condition-compiler.js";
import { builtInOperators } from "./operator-list.js";
import { createOperatorSet } from "./operator-set.js";
import { segmentCycle, sizeWithSegments } from "./segment-graph.js";
function childrenOf({ when, path }) {
    if ("not" in when)
        return [{ when: when.not, path: `${path}/not` }];
    const key = "all" in when ? "all" : "any";
    const list = "all" in when ? when.all : "any" in when ? when.any : [];
    return list.map((child, index) => ({ when: child, path: `${path}/${key}/${index}` }));
}
/** Every leaf and segment reference of a well-formed tree, with its path. */
function* endsOf(root) {
    const stack = [root];
    for (let visit = stack.pop(); visit; visit = stack.pop()) {
        if ("fact" in visit.when || "condition" in visit.when)
            yield { when: visit.when, path: visit.path };
        else
            stack.push(...childrenOf(visit).toReversed());
    }
}
function checkSegment(key, path, segments, context) {
    const at = `${path}/condition`;
    if (!Object.hasOwn(segments, key))
        return [problem(at, "condition.unknown-segment", { segment: key })];
    const cycle = segmentCycle(key, segments);
    if (cycle)
        return [problem(at, "condition.segment-cycle", { cycle: cycle.join(" → ") })];
    return forbiddenInSegment(key, at, segments, context);
}
/** A place that refuses a fact refuses it inside a segment too; the fault is reported at the reference. */
function forbiddenInSegment(key, at, segments, context) {
    if (context.place !== "sla-tier")
        return [];
    const found = new Map();
    const seen = new Set();
    const visit = (segment) => {
        const when = Object.hasOwn(segments, segment) ? segments[segment] : undefined;
        if (when === undefined || seen.has(segment) || checkCondition(when).length > 0)
            return;
        seen.add(segment);
        for (const end of endsOf({ when, path: at })) {
            if ("condition" in end.when)
                visit(end.when.condition);
            else
                for (const item of checkLeaf(end.when, at, context))
                    if (item.code === "condition.fact-not-allowed")
                        found.set(item.message.en, { ...item, path: at });
        }
    };
    visit(key);
    return [...found.values()];
}
function checkSize(when, path, segments) {
    const size = sizeWithSegments(when, segments);
    if (size.leaves > expandedLimits.leaves)
        return [problem(path, "condition.too-many", { limit: expandedLimits.leaves })];
    return size.depth > expandedLimits.depth
        ? [problem(path, "condition.too-deep", { limit: expandedLimits.depth })]
        : [];
}
/** Every fault of a condition; an empty list means that it compiles and may be published. */
export function checkConditions(when, options) {
    const path = options.path ?? "";
    const shape = checkCondition(when, path);
    if (shape.length > 0)
        return shape;
    const segments = options.segments ?? {};
    const context = {
        catalog: options.catalog,
        operators: createOperatorSet(options.operators ?? builtInOperators),
        calendars: options.calendars,
        place: options.place,
    };
    const found = [];
    for (const end of endsOf({ when: when, path }))
        found.push(...("condition" in end.when
            ? checkSegment(end.when.condition, end.path, segments, context)
            : checkLeaf(end.when, end.path, context)));
    return found.length > 0 ? found : checkSize(when, path, segments);
}
//# sourceMappingURL=check.js.map