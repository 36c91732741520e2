/** `notEqual`: json-rules-engine's, by `!==`: no conversion, so a missing fact is not equal to anything. */
import type { Operator } from "../operator.ts";
export declare const notEqual: Operator;
