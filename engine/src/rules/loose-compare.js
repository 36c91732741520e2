/** JavaScript's own comparison, which json-rules-engine's numeric operators are made of, for any JSON value. */
/** json-rules-engine's check of the left side: it begins like a number. */
const isNumeric = (value) => !Number.isNaN(Number.parseFloat(value));
/** Compares as json-rules-engine does; values that cannot be converted (an own `toString` that is no function) are never true. */
export function compareLoosely(actual, value, compare) {
    if (typeof actual === "number" && typeof value === "number")
        return compare(actual, value);
    try {
        return isNumeric(actual) && compare(actual, value);
    }
    catch {
        // Only conversion of a hostile object gets here; the reference would reject the whole run.
        return false;
    }
}
/** `indexOf` of whatever has it, as json-rules-engine's `in`; `undefined` where the reference would throw. */
export function indexIn(list, item) {
    if (Array.isArray(list))
        return list.indexOf(item);
    if (typeof list !== "string")
        return undefined;
    try {
        return list.indexOf(item);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=loose-compare.js.map