/** From the rules that matched, in order, to one outcome with the source of each of its parts. */
import type { ClassificationDecision, ClassificationSpec, Priority } from "@sluice/schemas";
import type { CompiledRule } from "./classification-rules.ts";
export type ClassificationResult = ClassificationDecision["outcome"];
export type ClassificationSources = ClassificationDecision["sources"];
/** An outcome and where each part came from: a rule id, `otherwise` or `caller`. */
export interface SourcedOutcome {
    readonly outcome: ClassificationResult;
    readonly sources: ClassificationSources;
}
/** Unites what the matched rules give; `otherwise` fills what is unset, its tags only if nothing matched. */
export declare function uniteOutcome(spec: ClassificationSpec, matched: readonly CompiledRule[], explicitPriority: Priority | undefined): SourcedOutcome;
