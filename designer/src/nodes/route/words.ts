/** route: names the document it runs. */
import { type NodePart, textOf } from "../words.ts";

export const route: NodePart = {
  words: (config, { t, document }) =>
    t("workflow.words.route", { name: document("routing", textOf(config.policy)) }),
  start: () => ({ policy: "default" }),
};
