import { normalisePauses, runningPieces } from "./pauses.js";
const latestOf = (start, pauses) => pauses.reduce((latest, [from, to]) => Math.max(latest, to ?? from), start);
/** The first instant at which `budget` open ms have passed outside the pauses. */
function spend(calendar, start, budget, pauses) {
    let left = budget;
    let cursor = start;
    for (const [from, to] of pauses) {
        const open = calendar.between(cursor, from);
        if (open >= left)
            return calendar.add(cursor, left);
        left -= open;
        cursor = to;
    }
    return calendar.add(cursor, left);
}
/** Working days count on the wall; only pauses turn them into open time: those before the due move it by as much. */
function dueInDays(calendar, start, days, pauses) {
    let due = calendar.addWorkingDays(start, days);
    for (const [from, to] of pauses) {
        if (from >= due)
            break;
        due = calendar.add(due, calendar.between(from, to));
    }
    return due;
}
/** Works out one clock; pure arithmetic, all instants epoch ms. */
export function slaClock({ calendar, start, target, pauses = [], at }) {
    const now = at ?? latestOf(start, pauses);
    const still = normalisePauses(pauses, start, now);
    const days = typeof target === "number" ? undefined : target.workingDays;
    const budget = typeof target === "number"
        ? target
        : calendar.between(start, calendar.addWorkingDays(start, target.workingDays));
    const due = days === undefined ? spend(calendar, start, budget, still) : dueInDays(calendar, start, days, still);
    const pieces = runningPieces(start, Math.max(start, now), still);
    const elapsed = pieces.reduce((sum, [from, to]) => sum + calendar.between(from, to), 0);
    const isPaused = pauses.some(([from, to]) => from <= now && (to === null || now < to));
    return {
        due,
        elapsed,
        remaining: budget - elapsed,
        state: now >= due ? "breached" : isPaused ? "paused" : "running",
        segments: runningPieces(start, due, still).flatMap(([from, to]) => calendar.segments(from, to)),
    };
}
//# sourceMappingURL=clock.js.map