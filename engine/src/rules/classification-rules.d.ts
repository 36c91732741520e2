/** The rules of a classification document and of the campaigns over it, compiled into one ordered list. */
import type { ClassificationOutcome, ClassificationRule, ClassificationSpec } from "@sluice/schemas";
import type { ConditionCompiler } from "./condition-compiler.ts";
import type { ConditionNode } from "./condition-node.ts";
/** Rules that a campaign puts before the document's own, while its phase is in force. */
export interface ClassificationLayer {
    readonly campaign: string;
    readonly phase: string;
    readonly prepend: readonly ClassificationRule[];
    /** In force for `from ≤ now < until`, epoch milliseconds; always when left out. */
    readonly from?: number;
    readonly until?: number;
}
/** A rule ready to be asked. */
export interface CompiledRule {
    readonly id: string;
    readonly name: string;
    readonly enabled: boolean;
    /** Active for `from ≤ now < until`; infinite where the rule gives no bound. */
    readonly from: number;
    readonly until: number;
    readonly node: ConditionNode;
    readonly then: ClassificationOutcome;
    readonly campaign?: string;
}
/** Layers first, in their order, then the document's rules. */
export declare function compileRules(spec: ClassificationSpec, layers: readonly ClassificationLayer[], compiler: ConditionCompiler): readonly CompiledRule[];
/** Whether a rule takes part at an instant. */
export declare const isActive: (rule: CompiledRule, now: number) => boolean;
