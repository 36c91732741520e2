/** Instants as facts and values hold them: epoch milliseconds, or ISO 8601 with an offset. */
/** ISO 8601 with an offset; the same form as `Instant` of the document formats. */
export declare const instantPattern: RegExp;
/** Epoch milliseconds; `undefined` for anything that is no instant. Never reads the local zone. */
export declare function toInstant(value: unknown): number | undefined;
