/** Why a rule did not match, in a few words: for closed cards and for "why not". */
import type { LeafTrace } from "@sluice/schemas";
import type { TFunction } from "i18next";
import type { Failing } from "./failing-leaf.ts";
import { leafSentence } from "./leaf-sentence.ts";
import type { Names } from "./names.ts";
import { valueText } from "./value-text.ts";

export interface MissSpeaker {
  readonly t: TFunction;
  readonly names: Names;
  /** A segment's name by its key. */
  readonly segment: (key: string) => string;
}

/** Keywords that are named; a rule's list is long, and its card is at hand. */
const mostWords = 3;

const wordsOf = ({ expected }: LeafTrace): readonly string[] =>
  (Array.isArray(expected) ? expected : [expected]).map(String);

function missedWords(leaf: LeafTrace, { t, names }: MissSpeaker): string | undefined {
  const key =
    leaf.operator === "containsAllText"
      ? "allWords"
      : ["containsAnyText", "containsText", "containsUnnegatedText"].includes(leaf.operator)
        ? "words"
        : undefined;
  if (key === undefined) return undefined;
  const words = wordsOf(leaf);
  const said = words.slice(0, mostWords).join(t("conditions.sentence.join"));
  const text = t(`classification.miss.${key}`, {
    // Nearly every rule reads all that the customer said: naming it each time would hide the words.
    fact: leaf.fact === "ticket.text" ? "" : names.fact(leaf.fact),
    words: words.length > mostWords ? `${said}…` : said,
  });
  return text.trim();
}

function missedValue(leaf: LeafTrace, { t, names }: MissSpeaker): string {
  const { fact, operator, actual, expected, missing } = leaf;
  if (missing) return leafSentence(leaf, { t, names, instant: String });
  return t("classification.miss.value", {
    fact: names.fact(fact),
    operator: names.operator(operator),
    actual: valueText(actual, fact, names, t),
    expected: valueText(expected, fact, names, t),
  });
}

/** `内容不含 退款、退货…`, `订单金额是 199，要 > 500`, `已内容含“不退”`. */
export function missText(failing: Failing, speaker: MissSpeaker): string {
  const { t, names } = speaker;
  if (failing.type === "segment") {
    const name = speaker.segment(failing.segment);
    return t(failing.held ? "classification.miss.inSegment" : "classification.miss.segment", { name });
  }
  const { leaf, held } = failing;
  if (held) return t("classification.miss.held", { leaf: leafSentence(leaf, { t, names, instant: String }) });
  return missedWords(leaf, speaker) ?? missedValue(leaf, speaker);
}
