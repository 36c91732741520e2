/** Instants as facts and values hold them: epoch milliseconds, or ISO 8601 with an offset. */
/** ISO 8601 with an offset; the same form as `Instant` of the document formats. */
export const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
/** Epoch milliseconds; `undefined` for anything that is no instant. Never reads the local zone. */
export function toInstant(value) {
    if (typeof value === "number")
        return Number.isFinite(value) ? value : undefined;
    if (typeof value !== "string" || !instantPattern.test(value))
        return undefined;
    const at = Date.parse(value);
    return Number.isNaN(at) ? undefined : at;
}
//# sourceMappingURL=instant.js.map