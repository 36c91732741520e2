/** `containsUnnegatedText`: a keyword is in the text, and no negation stands right before that occurrence. */
import type { Operator } from "../operator.ts";
export declare const containsUnnegatedText: Operator;
