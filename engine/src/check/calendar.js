/** calendar: its hours and dates, and the one key that is taken. */
import { problem } from "@sluice/schemas";
import { checkCalendar as checkHours } from "../sla/calendar/check-calendar.js";
import { calendar24x7Key } from "../sla/calendar.js";
import { below } from "./pointer.js";
/** Everything that keeps a calendar from being published. */
export const checkCalendar = ({ key, spec }) => [
    ...(key === calendar24x7Key ? [problem("/key", "calendar.built-in", { key })] : []),
    ...below("/spec", checkHours(spec)),
];
//# sourceMappingURL=calendar.js.map