/** Spans of wall-clock time: claim limits, waits for an agent, sticky spans. A day is 24 hours here. */
import { problem } from "@sluice/schemas";
import { durationMs } from "../rules/duration.js";
/** A span that is given must be longer than nothing. */
export function checkSpan(text, path) {
    if (text === undefined)
        return [];
    const ms = durationMs(text);
    if (ms === undefined || !Number.isFinite(ms))
        return [problem(path, "schema.pattern")];
    return ms > 0 ? [] : [problem(path, "sla.zero-target")];
}
//# sourceMappingURL=wall-clock.js.map