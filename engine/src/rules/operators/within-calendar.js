/** `withinCalendar`: the named calendar is open at the fact's instant. */
import { toInstant } from "../instant.js";
import { never } from "../operator.js";
import { calendarSchema } from "../value-schema.js";
const alwaysOpen = { isOpen: () => true };
function calendarOf(key, { calendars }) {
    if (typeof key !== "string")
        return undefined;
    if (Object.hasOwn(calendars, key))
        return calendars[key];
    return key === "24x7" ? alwaysOpen : undefined;
}
export const withinCalendar = {
    id: "withinCalendar",
    label: { zh: "在工作时间内", en: "is within the hours of" },
    factTypes: ["instant", "any"],
    value: calendarSchema,
    prepare: (value, context) => {
        const calendar = calendarOf(value, context);
        if (!calendar)
            return never;
        return {
            test: (actual) => {
                const at = toInstant(actual);
                return at !== undefined && calendar.isOpen(at);
            },
        };
    },
    fault: (value, context) => typeof value === "string" && !calendarOf(value, context) ? `unknown calendar ${value}` : undefined,
};
//# sourceMappingURL=within-calendar.js.map