/** parallel: the names of its ways. */
import { listOf, type NodePart, recordOf, textOf } from "../words.ts";

export const parallel: NodePart = {
  words(config, { t }) {
    const names = listOf(config.branches).map((branch) => textOf(recordOf(branch).name));
    return t("workflow.words.parallel", { names: names.join(t("workflow.words.slash")) });
  },
  start: (t) => ({
    branches: [1, 2].map((number) => ({ id: `b${number}`, name: t("workflow.start.way", { number }) })),
  }),
};
