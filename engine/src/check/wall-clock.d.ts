/** Spans of wall-clock time: claim limits, waits for an agent, sticky spans. A day is 24 hours here. */
import { type Problem } from "@sluice/schemas";
/** A span that is given must be longer than nothing. */
export declare function checkSpan(text: string | undefined, path: string): Problem[];
