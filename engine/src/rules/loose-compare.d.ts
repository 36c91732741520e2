/** JavaScript's own comparison, which json-rules-engine's numeric operators are made of, for any JSON value. */
/** Compares as json-rules-engine does; values that cannot be converted (an own `toString` that is no function) are never true. */
export declare function compareLoosely(actual: unknown, value: unknown, compare: (a: number, b: number) => boolean): boolean;
/** `indexOf` of whatever has it, as json-rules-engine's `in`; `undefined` where the reference would throw. */
export declare function indexIn(list: unknown, item: unknown): number | undefined;
