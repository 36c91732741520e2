import { RE2JS, RE2JSException } from "re2js";
/** Longest pattern, and largest compiled program: the cost of a match is their product with the text. */
const patternLimits = { length: 1_000, program: 5_000, matches: 100 };
function tryCompile(source) {
    if (source.length > patternLimits.length)
        return { fault: `longer than ${patternLimits.length} characters` };
    try {
        const pattern = RE2JS.compile(source);
        return pattern.programSize() > patternLimits.program ? { fault: "too large" } : { pattern };
    }
    catch (error) {
        if (error instanceof RE2JSException)
            return { fault: error.message };
        throw error;
    }
}
/** `undefined` for what is no valid pattern. */
export function compilePattern(source) {
    if (typeof source !== "string")
        return undefined;
    const compiled = tryCompile(source);
    return "pattern" in compiled ? compiled.pattern : undefined;
}
/** Why a text is no valid pattern. */
export function patternFault(source) {
    if (typeof source !== "string")
        return undefined;
    const compiled = tryCompile(source);
    return "fault" in compiled ? compiled.fault : undefined;
}
/** The first matches with their positions; `keyword` is the matched text. */
export function findPattern(actual, pattern) {
    if (typeof actual !== "string")
        return [];
    const matcher = pattern.matcher(actual);
    const found = [];
    while (found.length < patternLimits.matches && matcher.find())
        found.push({ keyword: matcher.group() ?? "", start: matcher.start(), end: matcher.end() });
    return found;
}
//# sourceMappingURL=pattern.js.map