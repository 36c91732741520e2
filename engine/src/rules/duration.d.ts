/** ISO 8601 durations as elapsed time: a day is 24 hours, a week seven of them; years and months have no length. */
/** At least one part; parts in order. */
export declare const durationPattern: RegExp;
/** Milliseconds; `undefined` for anything that is no such duration. */
export declare function durationMs(value: unknown): number | undefined;
