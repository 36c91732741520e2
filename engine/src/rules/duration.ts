/** ISO 8601 durations as elapsed time: a day is 24 hours, a week seven of them; years and months have no length. */
const pattern =
  /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const units = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000];

/** Milliseconds; `undefined` for anything that is no such duration. */
export function durationMs(value: unknown): number | undefined {
  const found = typeof value === "string" && value.length <= 64 ? pattern.exec(value) : null;
  if (!found || found.slice(1).every((part) => part === undefined)) return undefined;
  return units.reduce((sum, unit, index) => sum + unit * Number(found[index + 1] ?? 0), 0);
}
