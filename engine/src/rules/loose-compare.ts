/** JavaScript's own comparison, which json-rules-engine's numeric operators are made of, for any JSON value. */

/** What a range can begin or end with. */
export const isNumber = (value: unknown): value is number =>
  typeof value === "number" && !Number.isNaN(value);

/** json-rules-engine's check of the left side: it begins like a number. */
const isNumeric = (value: unknown): boolean => !Number.isNaN(Number.parseFloat(value as string));

/** Compares as json-rules-engine does; values that cannot be converted (an own `toString` that is no function) are never true. */
export function compareLoosely(
  actual: unknown,
  value: unknown,
  compare: (a: number, b: number) => boolean,
): boolean {
  if (typeof actual === "number" && typeof value === "number") return compare(actual, value);
  try {
    return isNumeric(actual) && compare(actual as number, value as number);
  } catch {
    // Only conversion of a hostile object gets here; the reference would reject the whole run.
    return false;
  }
}

/**
 * The number as which {@link compareLoosely} compares a fact with a number; NaN for what compares with none.
 * `undefined` for a bigint, which may be no double.
 */
export function looseNumber(actual: unknown): number | undefined {
  if (typeof actual === "number") return actual;
  if (actual === undefined || actual === null) return Number.NaN;
  if (typeof actual === "bigint") return undefined;
  try {
    return isNumeric(actual) ? Number(actual) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

/** `indexOf` of whatever has it, as json-rules-engine's `in`; `undefined` where the reference would throw. */
export function indexIn(list: unknown, item: unknown): number | undefined {
  if (Array.isArray(list)) return list.indexOf(item);
  if (typeof list !== "string") return undefined;
  try {
    return list.indexOf(item as string);
  } catch {
    return undefined;
  }
}
