/** Brings a text or a keyword into the compared form. */
export declare function normaliseText(text: string): string;
