/**
 * json-rules-engine's six operator decorators. A decorated operator is written `not:equal` or `someFact:in`;
 * the first name is the outermost. Each wraps how the next one is bound to its value.
 *
 * A `someValue` or `everyValue` whose value is no list is never true (json-rules-engine throws there).
 */
import type { Label } from "@sluice/schemas";
import { type PreparedOperator } from "./operator.ts";
/** Binds an operator to a value. */
export type Prepare = (value: unknown) => PreparedOperator;
export interface Decorator {
    readonly id: string;
    readonly label: Label;
    readonly decorate: (next: Prepare) => Prepare;
}
/** The list of decorators, as the catalog shows it. */
export declare const decorators: readonly Decorator[];
