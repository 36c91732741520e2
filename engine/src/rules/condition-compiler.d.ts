/**
 * From a condition tree to its closures. Segments are inlined, each compiled once;
 * a cycle, and a tree that would grow beyond bounds by inlining, are refused.
 */
import { type Condition } from "@sluice/schemas";
import { type IsFetched } from "./condition-leaf.ts";
import { type ConditionNode } from "./condition-node.ts";
import type { Calendars, Operator } from "./operator.ts";
/** Named conditions by key: the `when` of each segment. */
export type Segments = Readonly<Record<string, Condition>>;
/** Bounds of a condition with its segments inlined. */
export declare const expandedLimits: {
    readonly depth: 256;
    readonly segments: 64;
    readonly leaves: 100000;
};
/** What compiling looks at. */
export interface CompilerOptions {
    readonly segments: Segments;
    readonly operators: readonly Operator[];
    readonly calendars: Calendars;
    readonly fetched: IsFetched;
}
/** Compiles any number of conditions over the same segments; keeps the facts they read. */
export declare class ConditionCompiler {
    #private;
    readonly facts: Set<string>;
    constructor(options: CompilerOptions);
    /** Throws `condition.invalid` with its problems when the tree cannot be compiled. */
    compile(when: Condition): ConditionNode;
}
