/** classification: rule ids, conditions, windows and the categories that rules give. */
import type { ClassificationRule, Problem, SluiceDocument } from "@sluice/schemas";
import type { CheckContext } from "./check-context.ts";
/** Rules of a ruleset, or those that a campaign puts before it. */
export declare const checkRules: (rules: readonly ClassificationRule[], path: string, context: CheckContext) => Problem[];
/** Everything that keeps a ruleset from being published. */
export declare const checkClassification: ({ spec }: SluiceDocument<"classification">, context: CheckContext) => Problem[];
