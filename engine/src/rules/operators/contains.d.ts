/** `contains`: json-rules-engine's; the fact is a list, and the value one of its items. */
import type { Operator } from "../operator.ts";
export declare const contains: Operator;
