/** sla: names the document it runs. */
import { type NodePart, textOf } from "../words.ts";

export const sla: NodePart = {
  words: (config, { t, document }) =>
    t("workflow.words.sla", { name: document("sla", textOf(config.policy)) }),
  start: () => ({ policy: "default" }),
};
