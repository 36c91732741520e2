/** Finding calendars: the live revision of a key, or the revision that a clock is pinned to. */
import { EngineError } from "../../errors.js";
import { calendar24x7, calendar24x7Key, compileCalendar } from "../calendar.js";
const builtIn = { compiled: compileCalendar(calendar24x7), revision: 0 };
/**
 * The calendar, or the live one where an old revision is gone; `24x7` is always there.
 * Throws `definition.missing`: a policy that names no calendar of the house cannot run.
 */
export function calendarOf(lookup, key, revision) {
    const found = (revision === undefined ? undefined : lookup(key, revision)) ?? lookup(key);
    if (found)
        return found;
    if (key === calendar24x7Key)
        return builtIn;
    throw new EngineError("definition.missing", `there is no calendar ${key}`, { kind: "calendar", key });
}
//# sourceMappingURL=calendars.js.map