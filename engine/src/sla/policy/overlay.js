import { slaMetricKind } from "../metrics/index.js";
import { cellOf, readCells } from "./cells.js";
import { scaleValue } from "./target-rule.js";
/** Prepares one overlay of a phase. */
export function compileOverlay(from, holds) {
    const { campaign, phase, revision, overlay } = from;
    return {
        ref: { campaign, phase, revision },
        holds,
        cells: readCells(overlay.targets),
        scale: overlay.scale,
        calendar: overlay.calendar,
        inFlight: overlay.inFlight ?? "keep",
        onEnd: overlay.onEnd ?? "keep",
    };
}
export const sameOverlay = (a, b) => a?.campaign === b?.campaign && a?.phase === b?.phase && a?.revision === b?.revision;
/**
 * The rule under an overlay: an explicit target replaces the cell, else `scale` multiplies it;
 * `calendar` replaces either's. `undefined` when the overlay says nothing about the metric.
 */
export function layOver(overlay, metric, priority, base, policyCalendar) {
    if (!slaMetricKind(metric).adjustable || metric === "platformDue")
        return undefined;
    const { ref, calendar } = overlay;
    const cell = cellOf(overlay.cells, priority, metric);
    const kept = calendar ?? base?.calendar ?? policyCalendar;
    if (cell && "value" in cell.content)
        return { metric, calendar: cell.calendar ?? kept, tiers: [], overlay: ref, value: cell.content.value };
    const factor = overlay.scale?.[metric];
    if (!base || (factor === undefined && calendar === undefined))
        return undefined;
    return { ...base, calendar: kept, overlay: ref, value: scaleValue(base.value, factor ?? 1) };
}
//# sourceMappingURL=overlay.js.map