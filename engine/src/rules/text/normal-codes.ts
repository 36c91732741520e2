/**
 * A text's normalised form as code units in a buffer that is used again and again, so that a scan needs no string of
 * it. Most characters normalise to one code unit whatever stands beside them: those are looked up in a table. A text
 * with any other character (a combining mark, a surrogate, ß …) goes through `normaliseText`.
 */
import { normaliseText } from "./normalise.ts";

/** Marks and jamo change or join what stands before them; surrogates are half a character. */
const joining = /[\p{M}\p{Cs}\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7ff\uff9e\uff9f\uffa0-\uffdc]/u;

/** Large enough for most tickets; it grows with the longest text. */
const firstLength = 4_096;

let table: Uint16Array | undefined;

/** Code unit → its normalised form; 0 for those that need the whole text looked at. Built on first use. */
function simpleForms(): Uint16Array {
  if (table) return table;
  const codes = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const simple = codes.map((character, code) => code > 10 && !joining.test(character));
  // A line break between characters keeps them from touching each other.
  const forms = normaliseText(codes.filter((_, code) => simple[code]).join("\n")).split("\n");
  table = new Uint16Array(0x10000);
  let next = 0;
  for (let code = 1; code < 0x10000; code += 1) {
    const form = simple[code] ? forms[next++] : undefined;
    if (form?.length === 1 && !joining.test(form)) table[code] = form.charCodeAt(0);
  }
  for (let code = 1; code <= 10; code += 1) table[code] = code;
  return table;
}

/** The codes of one text at a time. */
export class NormalCodes {
  codes = new Uint16Array(firstLength);
  readonly #forms = simpleForms();

  /** Puts the normalised text into `codes`; answers its length. */
  load(text: string): number {
    const forms = this.#forms;
    const codes = this.#room(text.length);
    for (let index = 0; index < text.length; index += 1) {
      const form = forms[text.charCodeAt(index)] as number;
      if (form === 0) return this.#loadWhole(normaliseText(text));
      codes[index] = form;
    }
    return text.length;
  }

  #loadWhole(normalised: string): number {
    const codes = this.#room(normalised.length);
    for (let index = 0; index < normalised.length; index += 1) codes[index] = normalised.charCodeAt(index);
    return normalised.length;
  }

  #room(length: number): Uint16Array {
    if (length > this.codes.length) this.codes = new Uint16Array(2 ** Math.ceil(Math.log2(length)));
    return this.codes;
  }
}
