/**
 * Compiled conditions as closures: every node of the tree answers three questions.
 * `test` takes a missing fact as `undefined` and stops as soon as it knows; `evaluate` is three-valued
 * (Kleene's logic) and collects what is still needed; `explain` looks at everything.
 */
import type { ConditionTrace, Truth } from "@sluice/schemas";
import type { Evaluation, FactId } from "./evaluation.ts";
/** The answer when the outcome depends on facts that are not there yet. */
export interface Needs {
    readonly needs: readonly FactId[];
}
/** True, false, or what has to be fetched first. */
export type Evaluated = boolean | Needs;
export interface ConditionNode {
    readonly test: (evaluation: Evaluation) => boolean;
    readonly evaluate: (evaluation: Evaluation) => Evaluated;
    readonly explain: (evaluation: Evaluation) => ConditionTrace;
    /** True when a fact below it is fetched, so that `evaluate` may answer needs. */
    readonly mayNeed: boolean;
}
/** `unknown` for needs. */
export declare const truthOf: (evaluated: Evaluated) => Truth;
/** `all` or `any` of a list. */
export declare function listNode(type: "all" | "any", nodes: readonly ConditionNode[]): ConditionNode;
/** The negation of one. */
export declare function notNode(inner: ConditionNode): ConditionNode;
/** A named condition, inlined. */
export declare function segmentNode(segment: string, inner: ConditionNode): ConditionNode;
