/** `intersects`: the fact and the value, both lists, share an item. */
import type { Operator } from "../operator.ts";
export declare const intersects: Operator;
