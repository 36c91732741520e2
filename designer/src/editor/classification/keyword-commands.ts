/** Keywords of a comparison, changed in place. */

import type { ClassificationRule, ConditionLeaf, SluiceDocument } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Command, Refusal } from "../command.ts";
import { leafAt } from "./keyword-leaves.ts";
import { indexOfRule, refuseMissingRule, ruleOf } from "./rule.ts";

type ClassificationCommand = Command<"classification">;
type Document = SluiceDocument<"classification">;

function refuseWithoutWords(document: Document, id: string, path: string): Refusal | undefined {
  const rule = ruleOf(document.spec, id);
  const leaf = rule && leafAt(rule.when, path);
  if (leaf && Array.isArray(leaf.value)) return undefined;
  return (
    refuseMissingRule(document, id) ?? {
      reason: { key: "classification.refusals.noKeywords" },
      path: `/spec/rules/${indexOfRule(document.spec, id)}/when${path}`,
    }
  );
}

const changeWords = (
  id: string,
  path: string,
  command: Pick<ClassificationCommand, "label">,
  change: (words: readonly unknown[]) => readonly unknown[],
): ClassificationCommand => ({
  ...command,
  mergeKey: `rule ${id} words ${path}`,
  refuse: (document) => refuseWithoutWords(document, id, path),
  apply(draft) {
    const rule = draft.spec.rules[indexOfRule(draft.spec, id)] as ClassificationRule | undefined;
    const leaf = rule && (leafAt(rule.when, path) as Draft<ConditionLeaf> | undefined);
    if (!leaf || !Array.isArray(leaf.value)) return;
    const next = change(leaf.value);
    if (next.length !== leaf.value.length) Object.assign(leaf, { value: next });
  },
});

/** Adds keywords to the comparison at `path` of a rule's condition, each once as written. */
export const addKeywords = (id: string, path: string, words: readonly string[]): ClassificationCommand =>
  changeWords(
    id,
    path,
    {
      label: { key: "classification.commands.addKeywords", values: { words: words.slice(0, 3).join(" ") } },
    },
    (old) =>
      [...old, ...new Set(words)].filter(
        (word, index, all) => all.indexOf(word) === index || index < old.length,
      ),
  );

/** Takes a keyword out. */
export const removeKeyword = (id: string, path: string, word: string): ClassificationCommand =>
  changeWords(
    id,
    path,
    { label: { key: "classification.commands.removeKeyword", values: { word } } },
    (old) => old.filter((each) => each !== word),
  );
