/** reply: its text. */
import { type NodePart, templateText, textOf } from "../words.ts";

export const reply: NodePart = {
  words(config, context) {
    const key = config.public === false ? "workflow.words.replyInternal" : "workflow.words.reply";
    return context.t(key, { text: templateText(textOf(config.text), context) });
  },
  start: (t) => ({ text: t("workflow.start.replyText") }),
};
