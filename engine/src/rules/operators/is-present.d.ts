/** `isPresent`: the fact is there (`true`) or not (`false`); null, an empty text and an empty list are not there. */
import type { Operator } from "../operator.ts";
export declare const isPresent: Operator;
