/** Every operator, in the order in which pickers show them. A test compares this list with the folder. */
import type { Operator } from "./operator.ts";
/** The operators that every `when` may use. */
export declare const builtInOperators: readonly Operator[];
