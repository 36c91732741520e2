/** One local year of a calendar as sorted real-time intervals with prefix sums. */
import { dayMs } from "./day-hours.js";
/** The real-time intervals of one date; a clock change can swallow one. */
export function intervalsOf(day, hours, zone) {
    const wall = (minutes) => zone.fromWall(day * dayMs + minutes * 60_000);
    return hours
        .map(([open, close]) => [wall(open), wall(close)])
        .filter(([open, close]) => open < close);
}
/** Sorted, overlapping and adjoining intervals made one. */
export function mergeIntervals(intervals) {
    const merged = [];
    for (const [open, close] of [...intervals].sort((a, b) => a[0] - b[0])) {
        const last = merged.at(-1);
        if (last && open <= last[1])
            last[1] = Math.max(last[1], close);
        else
            merged.push([open, close]);
    }
    return merged;
}
const clip = (intervals, start, end) => intervals
    .map(([open, close]) => [Math.max(open, start), Math.min(close, end)])
    .filter(([open, close]) => open < close);
/** Builds the year; shifts that begin before New Year count up to its first moment in the year before. */
export function buildYear(year, hoursOf, zone) {
    const first = Date.UTC(year, 0, 1) / dayMs;
    const after = Date.UTC(year + 1, 0, 1) / dayMs;
    const start = zone.fromWall(first * dayMs);
    const end = zone.fromWall(after * dayMs);
    const all = [];
    const openDays = [];
    // An interval may start at 24:00 and last a day, so two days back can still reach in.
    for (let day = first - 2; day < after; day += 1) {
        const ofDay = intervalsOf(day, hoursOf(day), zone);
        all.push(...ofDay);
        if (day >= first && ofDay.length > 0)
            openDays.push(day);
    }
    return toBlock(clip(mergeIntervals(all), start, end), start, end, Int32Array.from(openDays));
}
function toBlock(intervals, start, end, openDays) {
    const before = new Float64Array(intervals.length);
    let total = 0;
    intervals.forEach(([open, close], index) => {
        before[index] = total;
        total += close - open;
    });
    const opens = Float64Array.from(intervals, ([open]) => open);
    const closes = Float64Array.from(intervals, ([, close]) => close);
    return { start, end, opens, closes, before, total, openDays };
}
/** The last index whose value is ≤ `limit`, or -1. */
export function lastAtMost(values, limit) {
    let low = 0;
    let high = values.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((values[middle] ?? 0) <= limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}
/** The last index whose value is < `limit`, or -1. */
export function indexBelow(values, limit) {
    let low = 0;
    let high = values.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((values[middle] ?? 0) < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}
//# sourceMappingURL=year-block.js.map