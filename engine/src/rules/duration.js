/** ISO 8601 durations as elapsed time: a day is 24 hours, a week seven of them; years and months have no length. */
/** At least one part; parts in order. */
export const durationPattern = /^P(?=.*\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const units = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000];
/** Milliseconds; `undefined` for anything that is no such duration. */
export function durationMs(value) {
    const found = typeof value === "string" && value.length <= 64 ? durationPattern.exec(value) : null;
    if (!found)
        return undefined;
    return units.reduce((sum, unit, index) => sum + unit * Number(found[index + 1] ?? 0), 0);
}
//# sourceMappingURL=duration.js.map