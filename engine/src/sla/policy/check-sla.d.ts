/** What is wrong with the times of a policy, each with its JSON pointer into the spec. */
import { type Problem, type SlaSpec, type TargetTable } from "@sluice/schemas";
/** Targets, `maxPause` and reminders: zero, negative and mixed durations, unreadable reminder times. */
export declare function checkSla(spec: SlaSpec): readonly Problem[];
/** The same for the targets that a campaign lays over a policy. */
export declare const checkOverlayTargets: (targets: TargetTable | undefined, path: string) => readonly Problem[];
