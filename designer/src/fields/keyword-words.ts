/** Keywords as they are typed and pasted: taken apart, and compared as the engine compares them. */

/** Commas of both widths, the ideographic comma, semicolons, tabs and line breaks part keywords; blanks do not. */
const separators = /[\n\r\t,;\uff0c\u3001\uff1b]+/;

/** The longest keyword that a rule may hold. */
export const longestKeyword = 1_000;

/** The words of what was typed or pasted, trimmed, without empty ones. */
export const splitWords = (text: string): readonly string[] =>
  text
    .split(separators)
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** True when typing this ends a word. */
export const endsWord = (text: string): boolean => separators.test(text);

/** Brings a word into the form in which it is compared. */
export type Normalise = (word: string) => string;

/** Near the engine's form, until the engine has been loaded: width and case, not the script. */
export const roughly: Normalise = (word) => word.normalize("NFKC").toUpperCase().toLowerCase();

export interface Added {
  readonly words: readonly string[];
  /** What was left out because the same word was there. */
  readonly skipped: readonly string[];
}

/** Adds words, each once. */
export function addWords(words: readonly string[], added: readonly string[], normalise: Normalise): Added {
  const known = new Set(words.map(normalise));
  const result = [...words];
  const skipped: string[] = [];
  for (const word of added) {
    const form = normalise(word);
    if (known.has(form)) skipped.push(word);
    else result.push(word);
    known.add(form);
  }
  return { words: result, skipped };
}

/** For each word that repeats an earlier one: its index → the earlier word. */
export function repeatedWords(words: readonly string[], normalise: Normalise): ReadonlyMap<number, string> {
  const first = new Map<string, string>();
  const repeated = new Map<number, string>();
  for (const [index, word] of words.entries()) {
    const form = normalise(word);
    const earlier = first.get(form);
    if (earlier === undefined) first.set(form, word);
    else repeated.set(index, earlier);
  }
  return repeated;
}

/** The indexes to show while a long list is folded: the first ones, and all that are lit or repeated. */
export function shownIndexes(
  count: number,
  most: number,
  alsoShown: (index: number) => boolean,
): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  return count <= most ? all : all.filter((index) => index < most || alsoShown(index));
}
