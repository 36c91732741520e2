/** Sizes of what is stored with a decision. */
export const becauseLimits = { leaves: 20, matches: 20, text: 200, items: 50 };
/**
 * The leaves on which the result rests: under a true `all` and `any` the true children, under a false one the
 * false ones, turned over by `not`.
 */
function decisiveLeaves(trace, found) {
    if (found.length >= becauseLimits.leaves)
        return;
    if (trace.type === "leaf") {
        found.push(trace);
        return;
    }
    if (trace.type === "not")
        decisiveLeaves(trace.children[0], found);
    else
        for (const child of trace.children)
            if (child.result === trace.result)
                decisiveLeaves(child, found);
}
/** Cuts a long text to the part around its first match; positions stay those of the whole text. */
function shortenText(text, first) {
    const { text: limit } = becauseLimits;
    if (text.length <= limit)
        return text;
    const room = limit - 2;
    const start = Math.max(0, Math.min((first?.start ?? 0) - Math.floor(room / 4), text.length - room));
    const end = start + room;
    return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
function shortenValue(value, first) {
    if (typeof value === "string")
        return shortenText(value, first);
    if (Array.isArray(value))
        return value.slice(0, becauseLimits.items).map((item) => shortenValue(item));
    if (value === null || typeof value !== "object")
        return value;
    const written = JSON.stringify(value);
    return written.length <= becauseLimits.text ? value : shortenText(written, undefined);
}
/** A leaf as it is stored: its actual value shortened to about 200 characters, at most 20 matches. */
export function shortenLeaf(leaf) {
    const matches = leaf.matches?.slice(0, becauseLimits.matches);
    return {
        ...leaf,
        expected: shortenValue(leaf.expected),
        actual: shortenValue(leaf.actual, matches?.[0]),
        ...(matches ? { matches } : {}),
    };
}
/** A whole trace with its leaves shortened. */
export function shortenTrace(trace) {
    if (trace.type === "leaf")
        return shortenLeaf(trace);
    if (trace.type === "not")
        return { ...trace, children: [shortenTrace(trace.children[0])] };
    return { ...trace, children: trace.children.map(shortenTrace) };
}
/** The decisive leaves of a trace, at most 20, shortened. */
export function becauseOf(trace) {
    const found = [];
    decisiveLeaves(trace, found);
    return found.map(shortenLeaf);
}
//# sourceMappingURL=because.js.map