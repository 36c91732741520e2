/** `includesAll`: the fact, a list, has every item of the value. */
import { type Operator } from "../operator.ts";
export declare const includesAll: Operator;
