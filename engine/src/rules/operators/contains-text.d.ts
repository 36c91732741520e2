/** `containsText`: the keyword is somewhere in the text. */
import { type Operator } from "../operator.ts";
export declare const containsText: Operator;
