/** foreach: the list, and how many at a time. */
import { type NodePart, templateText, textOf } from "../words.ts";

export const foreach: NodePart = {
  words({ items, concurrency }, context) {
    const { t } = context;
    const list = templateText(textOf(items), context);
    if (list === "") return t("workflow.words.foreachEmpty");
    return typeof concurrency === "number" && concurrency > 1
      ? t("workflow.words.foreachSome", { list, count: concurrency })
      : t("workflow.words.foreach", { list });
  },
  start: () => ({ items: "{{ ticket.tags }}" }),
};
