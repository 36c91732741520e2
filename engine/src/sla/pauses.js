/** Pauses as sets of time: normalised, and what is left of a span without them. */
import { mergeIntervals } from "./calendar/year-block.js";
/**
 * Sorted, merged, cut to begin at `start`; empty and reversed ones dropped.
 * An open pause counts up to `at`, or not at all when it begins later.
 */
export function normalisePauses(pauses, start, at) {
    const closed = pauses
        .map(([from, to]) => [Math.max(from, start), to ?? at])
        .filter(([from, to]) => from < to);
    return mergeIntervals(closed);
}
/** The parts of `[from, to)` that no pause covers; the pauses must be normalised. */
export function runningPieces(from, to, pauses) {
    const pieces = [];
    let cursor = from;
    for (const [begin, end] of pauses) {
        if (begin >= to)
            break;
        if (cursor < begin)
            pieces.push([cursor, begin]);
        cursor = Math.max(cursor, end);
    }
    if (cursor < to)
        pieces.push([cursor, to]);
    return pieces;
}
//# sourceMappingURL=pauses.js.map