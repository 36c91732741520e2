/** The words that turn what follows into its opposite. Matched in normalised text, so 沒, 別 and 無需 count too. */
const negations = ["不", "没", "别", "无需", "不要"];
/** True when no negation stands right before the position. */
export const isUnnegated = (text, at) => !negations.some((word) => text.endsWith(word, at) && at >= word.length);
//# sourceMappingURL=negation.js.map