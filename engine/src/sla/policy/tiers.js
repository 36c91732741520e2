import { cellOf, readCells } from "./cells.js";
import { platformDueValue } from "./platform-due.js";
import { scaleValue } from "./target-rule.js";
export const compileTier = (tier, holds) => ({
    id: tier.id,
    holds,
    cells: readCells(tier.targets),
    scale: tier.scale,
});
const valueIn = ({ content }, facts) => "value" in content ? content.value : platformDueValue(content.fact, facts);
/** The target of one cell through tiers that all match; `undefined` when none fills it. */
export function resolveCell(matching, metric, priority, facts, policyCalendar) {
    const scaling = [];
    for (const tier of matching) {
        const cell = cellOf(tier.cells, priority, metric);
        if (cell) {
            const value = valueIn(cell, facts);
            return value && through(scaling, { metric, cell, value, tier, policyCalendar });
        }
        if (metric !== "platformDue" && tier.scale?.[metric] !== undefined)
            scaling.push(tier);
    }
    return undefined;
}
/** The scaling tiers applied from the innermost outwards. */
function through(scaling, found) {
    const { metric, cell, tier, policyCalendar } = found;
    const factorOf = ({ scale }) => (metric === "platformDue" ? 1 : (scale?.[metric] ?? 1));
    return {
        metric,
        calendar: cell.calendar ?? policyCalendar,
        tiers: [...scaling.map(({ id }) => id), tier.id],
        overlay: null,
        value: scaling.reduceRight((value, outer) => scaleValue(value, factorOf(outer)), found.value),
    };
}
//# sourceMappingURL=tiers.js.map