/** `containsAnyText`: at least one of the keywords is in the text. */
import type { Operator } from "../operator.ts";
export declare const containsAnyText: Operator;
