/**
 * From a condition tree to its closures. Segments are inlined, each compiled once;
 * a cycle, and a tree that would grow beyond bounds by inlining, are refused.
 */
import { checkCondition } from "@sluice/schemas";
import { EngineError } from "../errors.js";
import { factsOfLeaf, isReference, leafNode } from "./condition-leaf.js";
import { listNode, notNode, segmentNode } from "./condition-node.js";
import { createOperatorSet, prepareOf } from "./operator-set.js";
import { faultOf } from "./value-fault.js";
/** Bounds of a condition with its segments inlined. */
export const expandedLimits = { depth: 256, segments: 64, leaves: 100_000 };
const invalid = (message, details) => new EngineError("condition.invalid", message, details);
/** Compiles any number of conditions over the same segments; keeps the facts they read. */
export class ConditionCompiler {
    facts = new Set();
    #options;
    #operators;
    #segments = new Map();
    #open = [];
    constructor(options) {
        this.#options = options;
        this.#operators = createOperatorSet(options.operators);
    }
    /** Throws `condition.invalid` with its problems when the tree cannot be compiled. */
    compile(when) {
        return this.#checked(when, "").node;
    }
    #checked(when, segment) {
        const problems = checkCondition(when);
        const first = problems[0];
        if (first)
            throw invalid(`${first.path}: ${first.message.en}`, { segment, problems });
        return this.#tree(when);
    }
    #tree(when) {
        if ("all" in when)
            return this.#list("all", when.all);
        if ("any" in when)
            return this.#list("any", when.any);
        if ("not" in when)
            return this.#grown(this.#tree(when.not), notNode);
        if ("condition" in when)
            return this.#segment(when.condition);
        return { node: this.#leaf(when), depth: 1, leaves: 1 };
    }
    #list(type, conditions) {
        const parts = conditions.map((condition) => this.#tree(condition));
        const depth = 1 + Math.max(...parts.map((part) => part.depth));
        const leaves = parts.reduce((sum, part) => sum + part.leaves, 0);
        const node = listNode(type, parts.map((part) => part.node));
        return this.#bounded({ node, depth, leaves });
    }
    #grown(part, wrap) {
        return this.#bounded({ node: wrap(part.node), depth: part.depth + 1, leaves: part.leaves });
    }
    #bounded(part) {
        if (part.depth > expandedLimits.depth || part.leaves > expandedLimits.leaves)
            throw invalid("the condition is too large with its segments inlined", { limits: expandedLimits });
        return part;
    }
    #segment(key) {
        const known = this.#segments.get(key);
        if (known)
            return known;
        if (this.#open.includes(key)) {
            const cycle = [...this.#open.slice(this.#open.indexOf(key)), key];
            throw invalid(`segments refer to each other: ${cycle.join(" → ")}`, { cycle });
        }
        if (this.#open.length >= expandedLimits.segments)
            throw invalid("segments refer to each other too deeply", { limits: expandedLimits });
        const { segments } = this.#options;
        const when = Object.hasOwn(segments, key) ? segments[key] : undefined;
        if (when === undefined)
            throw invalid(`unknown segment ${key}`, { segment: key });
        this.#open.push(key);
        const compiled = this.#grown(this.#checked(when, key), (node) => segmentNode(key, node));
        this.#open.pop();
        this.#segments.set(key, compiled);
        return compiled;
    }
    #leaf(leaf) {
        const named = this.#operators.find(leaf.operator);
        if (!named)
            throw invalid(`unknown operator ${leaf.operator}`, { operator: leaf.operator });
        const context = { calendars: this.#options.calendars };
        const fault = isReference(leaf.value) ? undefined : faultOf(named, leaf.value, context);
        if (fault !== undefined)
            throw invalid(`${leaf.operator}: ${fault}`, { operator: leaf.operator, value: leaf.value });
        for (const fact of factsOfLeaf(leaf))
            this.facts.add(fact);
        return leafNode(leaf, prepareOf(named, context), this.#options.fetched);
    }
}
//# sourceMappingURL=condition-compiler.js.map