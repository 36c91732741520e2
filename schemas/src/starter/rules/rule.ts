/** How a classification rule of the pack is written down: the words first, apart by blanks. */
import type { Condition } from "../../conditions.ts";
import type { ClassificationOutcome, ClassificationRule } from "../../documents/classification.ts";

/** One rule: any of the words, none of the `unless` words, and whatever else `also` asks for. */
export interface RuleText {
  readonly id: string;
  readonly name: string;
  /** Keywords, apart by blanks. */
  readonly words?: string;
  /** Keywords that count only when no 不/没/别/无需/不要 stands right before them. */
  readonly plainly?: string;
  /** Keywords that speak for another category. */
  readonly unless?: string;
  readonly also?: readonly Condition[];
  readonly gives: ClassificationOutcome;
}

const toWords = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** Any of the words in the customer's text; matching folds width, case and traditional characters. */
export const says = (words: string): Condition => ({
  fact: "ticket.text",
  operator: "containsAnyText",
  value: toWords(words),
});

const plainlySays = (words: string): Condition => ({
  fact: "ticket.text",
  operator: "containsUnnegatedText",
  value: toWords(words),
});

function wording({ words, plainly }: RuleText): Condition[] {
  const choices = [...(words ? [says(words)] : []), ...(plainly ? [plainlySays(plainly)] : [])];
  return choices.length > 1 ? [{ any: choices }] : choices;
}

/** Turns the short notation into a rule of the document format. */
export function toRule(text: RuleText): ClassificationRule {
  const parts = [
    ...wording(text),
    ...(text.also ?? []),
    ...(text.unless ? [{ not: says(text.unless) }] : []),
  ];
  const [only] = parts;
  const when = parts.length === 1 && only !== undefined ? only : { all: parts };
  return { id: text.id, name: text.name, enabled: true, when, then: text.gives };
}
