/** `equal`: json-rules-engine's, by `===`: no conversion. */
import type { Operator } from "../operator.ts";
export declare const equal: Operator;
