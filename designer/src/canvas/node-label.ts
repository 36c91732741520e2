/** What a screen reader says of a card: its kind, its name, and the words on it. */
import type { WorkflowNode } from "@sluice/schemas";
import { type Kinds, nodeName } from "../editor/workflow/model.ts";
import { inLanguage } from "../explain/names.ts";
import { nodeWords } from "../nodes/node-parts.ts";
import type { WordsContext } from "../nodes/words.ts";
import type { Describe } from "./drawing-model.ts";

function labelOf(node: WorkflowNode, words: WordsContext, kinds: Kinds): string {
  const label = kinds.get(node.type)?.label;
  return words.t("workflow.canvas.node", {
    kind: label ? inLanguage(label, words.language) : node.type,
    name: nodeName(node, kinds, words.language),
    words: nodeWords(node, words),
  });
}

/** The labels of a drawing, in the language of the words. */
export const describeWith = (words: WordsContext, kinds: Kinds): Describe => ({
  node: (node) => labelOf(node, words, kinds),
  note: ({ text }) => words.t("workflow.canvas.note", { text }),
});
