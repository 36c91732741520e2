/**
 * Durations of targets and limits: ISO 8601, either open time (`PT4H`) or working days (`P3D`), never both.
 * Source: documents.md, section sla: "Mixing is refused; zero or negative is refused."
 */
import { type Problem } from "@sluice/schemas";
/** Open milliseconds, or a number of working days. */
export type SlaDuration = {
    readonly ms: number;
} | {
    readonly workingDays: number;
};
/** Whole milliseconds and days as written, before any rule is applied; `undefined` when it is no duration. */
export declare function readDuration(text: string): {
    readonly days: number;
    readonly ms: number;
} | undefined;
/** What is wrong with a duration; empty when `parseDuration` takes it. `path` is the JSON pointer to it. */
export declare function checkDuration(text: string, path: string): readonly Problem[];
/**
 * Reads a duration. A week is seven working days, as ISO 8601 says `P1W` = `P7D`.
 * Throws `document.invalid` with the problems for anything `checkDuration` refuses.
 */
export declare function parseDuration(text: string): SlaDuration;
/** Open milliseconds as ISO text with hours as the largest unit, for instance `PT36H` or `PT7M30S`. */
export declare function formatDuration(ms: number): string;
