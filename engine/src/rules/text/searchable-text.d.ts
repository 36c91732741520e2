/**
 * A normalised text that many keywords are looked for in. Most keywords are not there, and most of those
 * already lack their first or last character: a table of the characters present answers for them without a search.
 */
import type { Keyword } from "./keywords.ts";
/** Made once per text and decision. */
export declare class SearchableText {
    #private;
    readonly text: string;
    constructor(normalised: string);
    /** True when the keyword stands somewhere in the text. */
    includes(keyword: Keyword): boolean;
}
