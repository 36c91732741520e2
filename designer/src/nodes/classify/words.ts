/** classify: names the document it runs. */
import { type NodePart, textOf } from "../words.ts";

export const classify: NodePart = {
  words: (config, { t, document }) =>
    t("workflow.words.classify", { name: document("classification", textOf(config.ruleset)) }),
  start: () => ({ ruleset: "default" }),
};
