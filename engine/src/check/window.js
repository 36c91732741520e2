/** Windows between two instants. */
import { problem } from "@sluice/schemas";
/** Epoch ms; `undefined` for text that names no day or time that exists (`2026-02-30`, `25:00`). */
export function readInstant(text) {
    const ms = Date.parse(text);
    const midnight = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
    if (Number.isNaN(ms) || Number.isNaN(midnight))
        return undefined;
    return new Date(midnight).toISOString().slice(0, 10) === text.slice(0, 10) ? ms : undefined;
}
/** Both ends exist and the window is not empty; an end that is absent is open. `names` are the two properties. */
export function checkWindow({ from, until }, path, names, code = "campaign.window") {
    const [fromName, untilName] = names;
    const start = from ? readInstant(from) : Number.NEGATIVE_INFINITY;
    const end = until ? readInstant(until) : Number.POSITIVE_INFINITY;
    if (start === undefined)
        return [problem(`${path}/${fromName}`, "schema.pattern")];
    if (end === undefined)
        return [problem(`${path}/${untilName}`, "schema.pattern")];
    return start < end ? [] : [problem(`${path}/${untilName}`, code)];
}
//# sourceMappingURL=window.js.map