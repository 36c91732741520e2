const stepPattern = /\.([A-Za-z_][\w-]*)|\[(\d{1,6})\]|\['([^'\\]{1,64})'\]/gy;
/** The steps of a path whose shape `checkCondition` has accepted; `undefined` when it has another shape. */
export function parsePath(path) {
    if (!path.startsWith("$"))
        return undefined;
    const steps = [];
    stepPattern.lastIndex = 1;
    let end = 1;
    for (let found = stepPattern.exec(path); found; found = stepPattern.exec(path)) {
        steps.push(found[1] ?? found[2] ?? found[3]);
        end = stepPattern.lastIndex;
    }
    return end === path.length ? steps : undefined;
}
/** Follows the steps over own properties; `undefined` where one is missing. */
export function readSteps(value, steps) {
    if (typeof value !== "object" || value === null)
        return value;
    let at = value;
    for (const step of steps) {
        if (!at || !Object.hasOwn(at, step))
            return undefined;
        at = at[step];
    }
    return at;
}
/** Prepares reading a fact, and what lies at a path in it. */
export function compileRead(fact, path) {
    const inherited = fact in Object.prototype;
    const read = inherited
        ? (facts) => (Object.hasOwn(facts, fact) ? facts[fact] : undefined)
        : (facts) => facts[fact];
    const steps = path === undefined ? [] : (parsePath(path) ?? []);
    return steps.length === 0 ? read : (facts) => readSteps(read(facts), steps);
}
//# sourceMappingURL=fact-path.js.map