/** The words that turn what follows into its opposite. Matched in normalised text, so 沒, 別 and 無需 count too. */
const negations = ["不", "没", "别", "无需", "不要"] as const;

/** True when no negation stands right before the position. */
export const isUnnegated = (text: string, at: number): boolean =>
  !negations.some((word) => text.endsWith(word, at) && at >= word.length);

const negationCodes = negations.map((word) => Array.from(word, (letter) => letter.charCodeAt(0)));

/** As {@link isUnnegated}, of the code units of a text. */
export function isUnnegatedCode(codes: Uint16Array, at: number): boolean {
  for (const word of negationCodes) {
    const begin = at - word.length;
    if (begin < 0) continue;
    let matched = 0;
    while (matched < word.length && codes[begin + matched] === word[matched]) matched += 1;
    if (matched === word.length) return false;
  }
  return true;
}
