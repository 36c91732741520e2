/** The cells of a target table, read once: per priority and metric a value and the calendar of its group. */
import { slaMetrics } from "@sluice/schemas";
import { durationValue } from "./target-rule.js";
/** Reads a table; throws `document.invalid` for a duration that `checkSla` refuses. */
export function readCells(table) {
    const cells = new Map();
    for (const [priority, group] of Object.entries(table ?? {})) {
        for (const metric of slaMetrics) {
            const text = group[metric];
            if (text === undefined)
                continue;
            const content = metric === "platformDue" ? { fact: text } : { value: durationValue(text) };
            cells.set(`${priority} ${metric}`, { calendar: group.calendar, content });
        }
    }
    return cells;
}
/** The cell of the priority itself, else that of every priority. */
export const cellOf = (cells, priority, metric) => cells.get(`${priority} ${metric}`) ?? cells.get(`* ${metric}`);
//# sourceMappingURL=cells.js.map