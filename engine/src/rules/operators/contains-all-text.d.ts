/** `containsAllText`: every keyword is in the text, in any order. */
import { type Operator } from "../operator.ts";
export declare const containsAllText: Operator;
