/** The rule that the quick line makes. */
import type { ClassificationRule } from "@sluice/schemas";
import { freshRuleId } from "../../../editor/classification/rule.ts";
import { splitWords } from "../../../fields/keyword-words.ts";

/** There is enough to make a rule of: words to look for. */
export const isNewRule = (name: string, words: string): boolean =>
  splitWords(words).length > 0 || name.trim() !== "";

/**
 * A rule that looks for the words in everything the customer says, and tags with its own name. Without words it
 * looks for its name.
 */
export function newRule(
  name: string,
  words: string,
  rules: readonly ClassificationRule[],
): ClassificationRule {
  const list = [...new Set(splitWords(words))];
  const called = name.trim() === "" ? (list[0] ?? "") : name.trim();
  return {
    id: freshRuleId(called, rules),
    name: called,
    when: { fact: "ticket.text", operator: "containsAnyText", value: list.length > 0 ? list : [called] },
    then: { addTags: [called.slice(0, 64)] },
  };
}
