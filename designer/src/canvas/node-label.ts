/** What a screen reader says of a card: its kind, its name, and the words on it. */
import type { WorkflowNode } from "@sluice/schemas";
import { type Kinds, nodeName } from "../editor/workflow/model.ts";
import { inLanguage } from "../explain/names.ts";
import { nodeWords } from "../nodes/node-parts.ts";
import type { WordsContext } from "../nodes/words.ts";

export const nodeLabel =
  (words: WordsContext, kinds: Kinds) =>
  (node: WorkflowNode): string => {
    const label = kinds.get(node.type)?.label;
    return words.t("workflow.canvas.node", {
      kind: label ? inLanguage(label, words.language) : node.type,
      name: nodeName(node, kinds, words.language),
      words: nodeWords(node, words),
    });
  };
