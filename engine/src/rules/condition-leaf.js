import { truthOf } from "./condition-node.js";
import { compileRead } from "./fact-path.js";
/** True for a leaf's value that names another fact (json-rules-engine: any object with an own `fact`). */
export const isReference = (value) => typeof value === "object" && value !== null && Object.hasOwn(value, "fact");
/** The facts that a leaf reads. */
export const factsOfLeaf = (leaf) => isReference(leaf.value) ? [leaf.fact, leaf.value.fact] : [leaf.fact];
function bind(leaf, prepare) {
    if (!isReference(leaf.value)) {
        const literal = leaf.value;
        const prepared = prepare(literal);
        return { literal: prepared, value: () => literal, operator: () => prepared };
    }
    const read = compileRead(leaf.value.fact, leaf.value.path);
    return { value: (e) => read(e.facts), operator: (e) => prepare(read(e.facts)) };
}
const toJson = (value) => (value === undefined ? null : value);
function traceLeaf(leaf, bound, actual, result, e) {
    const matches = result === true ? bound.operator(e).matches?.(actual) : undefined;
    return {
        type: "leaf",
        fact: leaf.fact,
        operator: leaf.operator,
        expected: toJson(bound.value(e)),
        actual: toJson(actual),
        ...(actual === undefined ? { missing: true } : {}),
        result,
        ...(matches && matches.length > 0 ? { matches } : {}),
    };
}
/** Compiles a leaf whose operator is already found. */
export function leafNode(leaf, prepare, isFetched) {
    const read = compileRead(leaf.fact, leaf.path);
    const bound = bind(leaf, prepare);
    const { literal } = bound;
    const test = literal
        ? (e) => literal.test(read(e.facts), e)
        : (e) => bound.operator(e).test(read(e.facts), e);
    const fetched = [...new Set(factsOfLeaf(leaf))].filter(isFetched);
    const mayNeed = fetched.length > 0;
    const evaluateFetched = (e) => {
        const needs = fetched.filter((id) => !Object.hasOwn(e.facts, id));
        return needs.length > 0 ? { needs } : test(e);
    };
    const evaluate = mayNeed ? evaluateFetched : test;
    const explain = (e) => traceLeaf(leaf, bound, read(e.facts), truthOf(evaluate(e)), e);
    return { test, evaluate, explain, mayNeed };
}
//# sourceMappingURL=condition-leaf.js.map