/** wait: `等 2 小时（工作时间）`, `等收到消息，最多 3 天`. */
import { eventText } from "../trigger/words.ts";
import {
  conditionOf,
  lengthText,
  type NodeConfig,
  type NodePart,
  templateText,
  textOf,
  type WordsContext,
} from "../words.ts";

function forText(config: NodeConfig, context: WordsContext): string {
  const key = textOf(config.calendar) === "" ? "workflow.words.wait" : "workflow.words.waitWorking";
  return context.t(key, { length: lengthText(config.for, context) });
}

function eventWait(config: NodeConfig, context: WordsContext): string {
  const { t, condition } = context;
  const event = eventText(textOf(config.event), context);
  const when = conditionOf(config.when);
  const wait =
    when === undefined
      ? t("workflow.words.waitEvent", { event })
      : t("workflow.words.waitEventWhen", { event, condition: condition(when) });
  return config.timeout === undefined
    ? wait
    : t("workflow.words.waitTimeout", { wait, length: lengthText(config.timeout, context) });
}

export const wait: NodePart = {
  words(config, context) {
    if (config.for !== undefined) return forText(config, context);
    if (config.until !== undefined)
      return context.t("workflow.words.waitUntil", { until: templateText(textOf(config.until), context) });
    return config.event === undefined ? context.t("workflow.words.waitEmpty") : eventWait(config, context);
  },
  start: () => ({ for: "PT2H" }),
};
