/** Finding the rules that match by asking each in turn. An index may take its place behind the same interface. */
import type { CompiledRule } from "./classification-rules.ts";
import type { Needs } from "./condition-node.ts";
import type { Evaluation } from "./evaluation.ts";
/** Answers the matching rules in document order, up to the one that ends the list. */
export interface RuleMatcher {
    /** A missing fact is `undefined`. */
    test(evaluation: Evaluation, now: number): readonly CompiledRule[];
    /** As `test`, or the fetched facts on which the list still depends. */
    evaluate(evaluation: Evaluation, now: number): readonly CompiledRule[] | Needs;
}
/** A matcher that reads the list top-down; `ends` says whether a matching rule is the last. */
export declare function scanRules(rules: readonly CompiledRule[], ends: (rule: CompiledRule) => boolean): RuleMatcher;
