import { formatDuration, parseDuration } from "../duration.js";
/** A cell's text, read; throws `document.invalid` for what `checkSla` refuses. */
export const durationValue = (text) => ({
    type: "duration",
    duration: parseDuration(text),
    text,
    factors: [],
});
/** The value multiplied; an instant is never touched. */
export const scaleValue = (value, factor) => value.type === "instant" || factor === 1 ? value : { ...value, factors: [...value.factors, factor] };
/** Rounded up to the second; the slack keeps 20 s × 0.15 at 3 s in binary fractions. */
const scaled = (ms, factors) => factors.reduce((value, factor) => Math.max(1, Math.ceil((value * factor) / 1000 - 1e-6)) * 1000, ms);
/** The target of a clock that starts at `start`. Scaled working days become open ms on the calendar. */
export function toTarget(value, start, calendar) {
    if (value.type === "instant")
        return { type: "instant", at: value.at, text: value.text };
    const { duration, factors, text } = value;
    if ("workingDays" in duration && factors.length === 0)
        return { type: "workingDays", days: duration.workingDays, text };
    const open = "ms" in duration
        ? duration.ms
        : calendar.between(start, calendar.addWorkingDays(start, duration.workingDays));
    const ms = scaled(open, factors);
    return { type: "open", ms, text: factors.length === 0 ? text : formatDuration(ms) };
}
//# sourceMappingURL=target-rule.js.map