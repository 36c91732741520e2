/** `doesNotContain`: json-rules-engine's; the fact is a list, and a fact that is no list is never true. */
import type { Operator } from "../operator.ts";
export declare const doesNotContain: Operator;
