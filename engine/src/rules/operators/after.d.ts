import { type Operator } from "../operator.ts";
export declare const after: Operator;
