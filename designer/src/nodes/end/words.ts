import type { NodePart } from "../words.ts";

/** end: says that it is one. */
export const end: NodePart = { words: (_, { t }) => t("workflow.words.end"), start: () => ({}) };
