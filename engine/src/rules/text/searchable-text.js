import { characterSlot, characterSlots } from "./keywords.js";
/** Made once per text and decision. */
export class SearchableText {
    text;
    #present = new Uint8Array(characterSlots);
    constructor(normalised) {
        this.text = normalised;
        for (let index = 0; index < normalised.length; index += 1)
            this.#present[characterSlot(normalised.charCodeAt(index))] = 1;
    }
    /** True when the keyword stands somewhere in the text. */
    includes(keyword) {
        return (this.#present[keyword.first] === 1 &&
            this.#present[keyword.last] === 1 &&
            this.text.includes(keyword.text));
    }
}
//# sourceMappingURL=searchable-text.js.map