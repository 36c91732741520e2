/**
 * Durations of targets and limits: ISO 8601, either open time (`PT4H`) or working days (`P3D`), never both.
 * Source: documents.md, section sla: "Mixing is refused; zero or negative is refused."
 */
import { problem } from "@sluice/schemas";
import { EngineError } from "../errors.js";
/** The longest accepted duration: a hundred years of open time, or as many days. */
const longestDuration = { ms: 36_525 * 86_400_000, workingDays: 36_525 };
const shape = /^P(?=[0-9T])(?:(\d+)W)?(?:(\d+)D)?(?:T(?=[0-9])(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
/** Whole milliseconds and days as written, before any rule is applied; `undefined` when it is no duration. */
export function readDuration(text) {
    const parts = text.length > 100 ? null : shape.exec(text);
    if (!parts)
        return undefined;
    const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
    return {
        days: (weeks ?? 0) * 7 + (days ?? 0),
        ms: Math.round(((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1000),
    };
}
/** What is wrong with a duration; empty when `parseDuration` takes it. `path` is the JSON pointer to it. */
export function checkDuration(text, path) {
    if (/^[-−]/.test(text))
        return [problem(path, "sla.zero-target")];
    const read = readDuration(text);
    if (!read)
        return [problem(path, "schema.pattern")];
    if (read.days > 0 && read.ms > 0)
        return [problem(path, "sla.mixed-target")];
    if (read.days === 0 && read.ms === 0)
        return [problem(path, "sla.zero-target")];
    const tooLong = read.ms > longestDuration.ms || read.days > longestDuration.workingDays;
    return tooLong ? [problem(path, "schema.range", { limit: `P${longestDuration.workingDays}D` })] : [];
}
/**
 * Reads a duration. A week is seven working days, as ISO 8601 says `P1W` = `P7D`.
 * Throws `document.invalid` with the problems for anything `checkDuration` refuses.
 */
export function parseDuration(text) {
    const problems = checkDuration(text, "");
    const read = readDuration(text);
    if (problems.length > 0 || !read)
        throw new EngineError("document.invalid", `${text} is not a usable duration`, { problems });
    return read.days > 0 ? { workingDays: read.days } : { ms: read.ms };
}
/** Open milliseconds as ISO text with hours as the largest unit, for instance `PT36H` or `PT7M30S`. */
export function formatDuration(ms) {
    const whole = Math.max(0, Math.round(ms));
    const hours = Math.floor(whole / 3_600_000);
    const minutes = Math.floor((whole % 3_600_000) / 60_000);
    const seconds = (whole % 60_000) / 1000;
    const text = `${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${seconds ? `${seconds}S` : ""}`;
    return `PT${text || "0S"}`;
}
//# sourceMappingURL=duration.js.map