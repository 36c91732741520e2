/** The values that reach the operator itself; `undefined` when `swap` makes them facts. */
export function innerValues(named, value) {
    let values = [value];
    for (const { id } of named.decorators) {
        if (id === "swap")
            return undefined;
        if (id === "someValue" || id === "everyValue")
            values = values.flatMap((one) => (Array.isArray(one) ? one : []));
    }
    return values;
}
/** The first fault of a literal, such as a pattern that does not compile. */
export function faultOf(named, value, context) {
    const { fault } = named.operator;
    if (!fault)
        return undefined;
    for (const one of innerValues(named, value) ?? []) {
        const found = fault(one, context);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
//# sourceMappingURL=value-fault.js.map