/** update: every change in a row, `环节改为“待仓库收货”，加标签 退换货`. */
import type { TicketStatus } from "@sluice/schemas";
import { statusList } from "../../client/vocabulary.ts";
import {
  listOf,
  type NodeConfig,
  type NodePart,
  recordOf,
  templateText,
  textOf,
  type WordsContext,
} from "../words.ts";

const isStatus = (text: string): text is TicketStatus => (statusList as readonly string[]).includes(text);

const tagsText = (config: NodeConfig, field: "addTags" | "removeTags", context: WordsContext): string =>
  listOf(config[field])
    .map((tag) => templateText(textOf(tag), context))
    .join(context.t("workflow.words.listJoin"));

/** The value of each part that is set, in the order in which people ask for it. */
function partsOf(config: NodeConfig, context: WordsContext) {
  const { t, names } = context;
  const status = textOf(config.status);
  const named = (value: NodeConfig, name: (key: string) => string) =>
    Object.keys(value).map(name).join(t("workflow.words.listJoin"));
  return {
    status: isStatus(status) ? t(`words.status.${status}`) : status,
    stage: templateText(textOf(config.stage), context),
    priority: textOf(config.priority),
    category: textOf(config.category) && names.category(textOf(config.category)),
    addTags: tagsText(config, "addTags", context),
    removeTags: tagsText(config, "removeTags", context),
    fields: named(recordOf(config.fields), names.field),
    variables: named(recordOf(config.variables), (key) => key),
  };
}

export const update: NodePart = {
  words(config, context) {
    const parts = partsOf(config, context);
    const said = Object.entries(parts).flatMap(([part, value]) =>
      value === "" ? [] : [context.t(`workflow.words.update.${part as keyof typeof parts}`, { value })],
    );
    return said.length === 0
      ? context.t("workflow.words.nothing")
      : said.join(context.t("workflow.words.join"));
  },
  start: () => ({}),
};
