/** Finding an operator by its name, with the decorators before it. */
import { type Decorator, type Prepare } from "./decorators.ts";
import type { Operator, OperatorContext } from "./operator.ts";
/** An operator name taken apart: `not:someFact:in` is `in` under two decorators. */
export interface NamedOperator {
    readonly operator: Operator;
    /** Outermost first. */
    readonly decorators: readonly Decorator[];
}
export interface OperatorSet {
    /** `undefined` when the operator or one of its decorators is not known. */
    find(name: string): NamedOperator | undefined;
}
/** Makes names resolvable; a later operator of the same id replaces an earlier one. */
export declare function createOperatorSet(operators: readonly Operator[]): OperatorSet;
/** How a named operator is bound to a value, decorators included. */
export declare function prepareOf(named: NamedOperator, context: OperatorContext): Prepare;
