/** What is wrong with a literal value beyond its JSON Schema, seen through the decorators. */
import type { OperatorContext } from "./operator.ts";
import type { NamedOperator } from "./operator-set.ts";
/** The values that reach the operator itself; `undefined` when `swap` makes them facts. */
export declare function innerValues(named: NamedOperator, value: unknown): readonly unknown[] | undefined;
/** The first fault of a literal, such as a pattern that does not compile. */
export declare function faultOf(named: NamedOperator, value: unknown, context: OperatorContext): string | undefined;
