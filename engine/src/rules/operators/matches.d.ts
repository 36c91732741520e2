/** `matches`: the original text has a match of an RE2 pattern; linear in the text, whatever the pattern. */
import { type Operator } from "../operator.ts";
export declare const matches: Operator;
