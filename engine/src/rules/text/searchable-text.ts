/**
 * A normalised text that many keywords are looked for in. Most keywords are not there, and most of those
 * already lack their first or last character: a table of the characters present answers for them without a search.
 */
import type { Keyword } from "./keywords.ts";
import { characterSlot, characterSlots } from "./keywords.ts";

/** Made once per text and decision. */
export class SearchableText {
  readonly text: string;
  readonly #present = new Uint8Array(characterSlots);

  constructor(normalised: string) {
    this.text = normalised;
    for (let index = 0; index < normalised.length; index += 1)
      this.#present[characterSlot(normalised.charCodeAt(index))] = 1;
  }

  /** True when the keyword stands somewhere in the text. */
  includes(keyword: Keyword): boolean {
    return (
      this.#present[keyword.first] === 1 &&
      this.#present[keyword.last] === 1 &&
      this.text.includes(keyword.text)
    );
  }
}
