/** `startsWith`: the text starts with the keyword, compared in the same form as `containsText`. */
import { type Operator } from "../operator.ts";
export declare const startsWith: Operator;
