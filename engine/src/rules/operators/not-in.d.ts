import type { Operator } from "../operator.ts";
export declare const notIn: Operator;
