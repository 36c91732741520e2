/** subflow: the workflow that it runs. */
import { type NodePart, textOf } from "../words.ts";

export const subflow: NodePart = {
  words({ workflow }, { t, document }) {
    const key = textOf(workflow);
    return key === ""
      ? t("workflow.words.subflowEmpty")
      : t("workflow.words.subflow", { name: document("workflow", key) });
  },
};
