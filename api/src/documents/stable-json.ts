/** JSON with sorted keys: equal values have equal texts, so documents compare and live well in git. */

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value;

/** The text of `value`, keys sorted at every level; `indent` spaces per level, none by default. */
export const stableJson = (value: unknown, indent = 0): string => JSON.stringify(value, sorted, indent);
