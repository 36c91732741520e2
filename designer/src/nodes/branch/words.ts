/** branch: the first condition and where it leads; how many more there are. */
import {
  conditionOf,
  listOf,
  type NodeConfig,
  type NodePart,
  recordOf,
  textOf,
  type WordsContext,
} from "../words.ts";

function branchText(branch: NodeConfig, { t, condition }: WordsContext): string {
  const when = conditionOf(branch.when);
  return t("workflow.words.branch", {
    condition: when === undefined ? t("workflow.words.always") : condition(when),
    name: textOf(branch.name),
  });
}

export const branch: NodePart = {
  words(config, context) {
    const [first, ...others] = listOf(config.branches).map(recordOf);
    if (first === undefined) return context.t("workflow.words.always");
    const said = branchText(first, context);
    return others.length === 0
      ? said
      : context.t("workflow.words.branchMore", { first: said, count: others.length });
  },
  start: (t) => ({
    branches: [
      {
        id: "b1",
        name: t("workflow.start.branchName"),
        when: { fact: "ticket.priority", operator: "equal", value: "P0" },
      },
    ],
  }),
};
