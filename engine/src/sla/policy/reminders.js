import { EngineError } from "../../errors.js";
import { readDuration } from "../duration.js";
/** Reads `-PT30M`, `PT0S`, `-P1D` or `75%`; `undefined` for anything else, days mixed with hours included. */
export function readMoment(text) {
    const share = /^(\d{1,3}(?:\.\d{1,2})?)%$/.exec(text);
    if (share)
        return { type: "share", share: Number(share[1]) / 100 };
    const sign = text.startsWith("-") ? -1 : 1;
    const read = readDuration(sign < 0 ? text.slice(1) : text);
    if (!read || (read.days > 0 && read.ms > 0))
        return undefined;
    return read.days > 0
        ? { type: "workingDays", days: sign * read.days }
        : { type: "open", ms: read.ms === 0 ? 0 : sign * read.ms };
}
function momentOf(text) {
    const moment = readMoment(text);
    if (!moment)
        throw new EngineError("document.invalid", `${text} is not a reminder time`, { at: text });
    return moment;
}
/** Prepares a reminder; throws `document.invalid` for a time that `checkSla` refuses. */
export const compileReminder = (reminder) => ({
    id: reminder.id,
    metric: reminder.metric,
    at: momentOf(reminder.at),
    otherwise: reminder.else === undefined ? null : momentOf(reminder.else),
    source: reminder,
});
//# sourceMappingURL=reminders.js.map