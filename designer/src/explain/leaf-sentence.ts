/** One comparison as a clause: the words that were found, or the value beside what it was held against. */
import type { LeafTrace } from "@sluice/schemas";
import { inSentence } from "./in-sentence.ts";
import type { SentenceContext } from "./sentence-context.ts";
import { valueText } from "./value-text.ts";

/** Found words that a clause names. */
const mostKeywords = 3;

/** `内容含“退款”`, `订单金额 199 ≤ 500`, `有运单号`. */
export function leafSentence(leaf: LeafTrace, { t, names }: SentenceContext): string {
  const fact = inSentence(names.fact(leaf.fact));
  const keywords = [...new Set((leaf.matches ?? []).map((match) => match.keyword))].slice(0, mostKeywords);
  if (keywords.length > 0) return t("why.leaf.contains", { fact, keyword: keywords.join(t("why.join")) });
  if (leaf.missing) return t("why.leaf.missing", { fact });
  if (leaf.operator === "isPresent" && leaf.result === true) return t("why.leaf.isPresent", { fact });
  const actual = valueText(leaf.actual, leaf.fact, names, t);
  if (leaf.operator === "in" && leaf.result === true) return t("why.leaf.in", { fact, actual });
  const expected = valueText(leaf.expected, leaf.fact, names, t);
  // A comparison that had to fail, under a `not`.
  if (leaf.result === false)
    return t("why.leaf.not", { fact, operator: names.operator(leaf.operator), expected });
  return t("why.leaf.plain", { fact, actual, operator: names.operator(leaf.operator), expected });
}
