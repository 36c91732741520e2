/**
 * Classification: ordered rules that tag, categorise and prioritise a ticket.
 * Rules are read top-down; every condition sees the ticket as it came in, never another rule's output.
 * How the matching rules are found is behind {@link RuleMatcher}; what they amount to is `uniteOutcome`.
 */
import type { ClassificationDecision, ClassificationSpec, Priority, RevisionRef } from "@sluice/schemas";
import { type ClassificationResult, type ClassificationSources } from "./classification-outcome.ts";
import { type ClassificationLayer } from "./classification-rules.ts";
import { type ClassificationTrace } from "./classification-trace.ts";
import type { Needs } from "./condition-node.ts";
import { type ConditionOptions } from "./conditions.ts";
import { type FactId, type Facts } from "./evaluation.ts";
/** What is known besides the facts. */
export interface ClassificationContext {
    /** Epoch milliseconds; decides which rules are active. */
    readonly now: number;
    /** A priority that the caller or an agent set: it wins over every rule. */
    readonly explicitPriority?: Priority | undefined;
}
export interface ClassificationOptions extends ConditionOptions {
    /** Recorded in decisions; an unpublished draft (`default`, revision 0) when left out. */
    readonly ref?: RevisionRef;
    /** Campaign rules, the strongest first. */
    readonly overlays?: readonly ClassificationLayer[];
}
/** The outcome, with the ids of the rules that matched, in order. */
export interface Classification extends ClassificationResult {
    readonly matched: readonly string[];
    readonly sources: ClassificationSources;
}
/** A compiled ruleset; safe to share and to use any number of times. */
export interface CompiledClassification {
    readonly ref: RevisionRef;
    readonly reclassify: "never" | "until-reply";
    /** Every fact that some rule reads. */
    readonly facts: readonly FactId[];
    /** The outcome, or the fetched facts it still depends on. */
    classify(facts: Facts, context: ClassificationContext): Classification | Needs;
    /** The outcome with its reasons, to be stored; a fetched fact that is missing counts as undefined. */
    decision(facts: Facts, context: ClassificationContext): ClassificationDecision;
    /** What became of every rule, matched or not. */
    explain(facts: Facts, context: ClassificationContext): ClassificationTrace;
}
/** Compiles the `spec` of a classification document; throws `condition.invalid` or `document.invalid`. */
export declare function compileClassification(document: {
    readonly spec: ClassificationSpec;
}, options?: ClassificationOptions): CompiledClassification;
