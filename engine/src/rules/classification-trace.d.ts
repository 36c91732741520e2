/** What became of every rule of a ruleset for one ticket: the answer to "why" and to "why not". */
import type { ConditionTrace, Json, RevisionRef } from "@sluice/schemas";
import type { SourcedOutcome } from "./classification-outcome.ts";
import { type CompiledRule } from "./classification-rules.ts";
import type { Evaluation } from "./evaluation.ts";
/** `not-reached`: an earlier rule ended the list. `inactive`: outside its dates or its campaign. */
export type RuleState = "matched" | "not-matched" | "unknown" | "disabled" | "inactive" | "not-reached";
export interface RuleTrace {
    readonly id: string;
    readonly name: string;
    readonly campaign?: string;
    readonly state: RuleState;
    /** Absent for rules that did not take part. */
    readonly condition?: ConditionTrace;
    readonly gives: {
        readonly [property: string]: Json;
    };
}
export interface ClassificationTrace extends SourcedOutcome {
    readonly ref: RevisionRef;
    readonly rules: readonly RuleTrace[];
    readonly at: number;
}
/** One traced decision: the rules that matched, and the one that ended the list, if one did. */
export interface TracedMatch {
    readonly matched: ReadonlySet<CompiledRule>;
    readonly ender: CompiledRule | undefined;
}
/** Traces every rule in order. */
export declare function traceRules(rules: readonly CompiledRule[], { matched, ender }: TracedMatch, evaluation: Evaluation, now: number): readonly RuleTrace[];
