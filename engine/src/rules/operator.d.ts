/**
 * What an operator is. Each one is a file under `operators/`: how it looks in the catalog, on which facts
 * and values it may be used, and how it is prepared once per rule (keywords normalised, patterns compiled)
 * so that testing a ticket is cheap.
 */
import type { Json, OperatorDefinition, TextMatch } from "@sluice/schemas";
import type { Evaluation } from "./evaluation.ts";
/** A calendar as conditions need it; `compileCalendar` makes them. */
export interface OpenHours {
    isOpen(at: number): boolean;
}
/** Calendars by key. `24x7` need not be given. */
export type Calendars = Readonly<Record<string, OpenHours>>;
/** What preparing may look at. */
export interface OperatorContext {
    readonly calendars: Calendars;
}
/** An operator bound to its value. Must answer for any fact value, and never throw for one. */
export interface PreparedOperator {
    test(actual: unknown, evaluation: Evaluation): boolean;
    /** Where in the original text it was found; only for explaining. */
    matches?(actual: unknown): readonly TextMatch[];
}
/** How an index could find the rules a ticket may match without testing them all. */
export type IndexHint = 
/** True only if one of these keywords is in the normalised text. */
{
    readonly type: "keywords";
    readonly any: readonly string[];
}
/** True only if the fact, or one of its items, is one of these. */
 | {
    readonly type: "values";
    readonly any: readonly Json[];
}
/** A fact that is a number must lie in this closed range; it says nothing about other facts. */
 | {
    readonly type: "range";
    readonly from: number;
    readonly to: number;
};
/** One operator. */
export interface Operator extends OperatorDefinition {
    /** Binds the operator to a value. Never throws: a value it cannot use gives a test that is never true. */
    prepare(value: unknown, context: OperatorContext): PreparedOperator;
    /** What is wrong with a value beyond its schema: a pattern that does not compile, a calendar that is not there. */
    fault?(value: unknown, context: OperatorContext): string | undefined;
    /** Absent or `undefined`: the operator can be true for any fact. */
    hint?(value: unknown): IndexHint | undefined;
}
/** The test of a value that the operator cannot use. */
export declare const never: PreparedOperator;
