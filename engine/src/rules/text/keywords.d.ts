/** Size of the table of characters that a text is filtered by; several characters share a slot. */
export declare const characterSlots = 4096;
/** The slot of a UTF-16 code unit. */
export declare const characterSlot: (code: number) => number;
export interface Keyword {
    /** As the author wrote it. */
    readonly written: string;
    /** Normalised; never empty. */
    readonly text: string;
    /** Slots of its first and last code unit. */
    readonly first: number;
    readonly last: number;
}
/** `undefined` for what is no text, and for one that is empty: an empty keyword would match everything. */
export declare function keywordOf(value: unknown): Keyword | undefined;
/** The usable keywords of one text or a list of them. */
export declare const keywordsOf: (value: unknown) => readonly Keyword[];
