/**
 * `path` of a condition leaf: plain property and index steps (`$.a.b[0]`, `$['a b']`), nothing else of JSONPath.
 * Only own properties are read. As in json-rules-engine, a path on something that is no object gives that thing.
 */
import type { FactId, Facts } from "./evaluation.ts";
/** The steps of a path whose shape `checkCondition` has accepted; `undefined` when it has another shape. */
export declare function parsePath(path: string): readonly string[] | undefined;
/** Follows the steps over own properties; `undefined` where one is missing. */
export declare function readSteps(value: unknown, steps: readonly string[]): unknown;
/** Prepares reading a fact, and what lies at a path in it. */
export declare function compileRead(fact: FactId, path: string | undefined): (facts: Facts) => unknown;
