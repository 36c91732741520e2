/** Keywords as rules write them, with the form in which they are compared. */
import { normaliseText } from "./normalise.js";
/** Size of the table of characters that a text is filtered by; several characters share a slot. */
export const characterSlots = 4_096;
/** The slot of a UTF-16 code unit. */
export const characterSlot = (code) => code & (characterSlots - 1);
/** `undefined` for what is no text, and for one that is empty: an empty keyword would match everything. */
export function keywordOf(value) {
    if (typeof value !== "string")
        return undefined;
    const text = normaliseText(value);
    if (text === "")
        return undefined;
    const first = characterSlot(text.charCodeAt(0));
    return { written: value, text, first, last: characterSlot(text.charCodeAt(text.length - 1)) };
}
/** The usable keywords of one text or a list of them. */
export const keywordsOf = (value) => (Array.isArray(value) ? value : [value]).flatMap((one) => keywordOf(one) ?? []);
//# sourceMappingURL=keywords.js.map