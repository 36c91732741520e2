/** trigger: `工单变更，且环节 ＝ 退货申请`. */
import { triggerEvents } from "@sluice/engine";
import { conditionOf, type NodeConfig, type NodePart, textOf, type WordsContext } from "../words.ts";

function scheduleText({ cron, timezone }: NodeConfig, { t }: WordsContext): string {
  if (textOf(cron) === "") return t("workflow.words.scheduleEmpty");
  return t("workflow.words.schedule", {
    cron: textOf(cron),
    zone: textOf(timezone) || t("workflow.words.ownZone"),
  });
}

function webhookText({ path }: NodeConfig, { t }: WordsContext): string {
  return textOf(path) === ""
    ? t("workflow.words.webhookEmpty")
    : t("workflow.words.webhook", { path: textOf(path) });
}

/** The name of what starts a workflow or ends a wait; events of the house's own by their ids. */
export function eventText(id: string, { language }: Pick<WordsContext, "language">): string {
  const label = Object.hasOwn(triggerEvents, id)
    ? triggerEvents[id as keyof typeof triggerEvents]
    : undefined;
  if (label === undefined) return id;
  return language.startsWith("zh") ? label.zh : label.en;
}

function words(config: NodeConfig, context: WordsContext): string {
  const on = textOf(config.on);
  const event =
    on === "schedule"
      ? scheduleText(config, context)
      : on === "webhook"
        ? webhookText(config, context)
        : eventText(on, context);
  const when = conditionOf(config.when);
  return when === undefined
    ? event
    : context.t("workflow.words.when", { event, condition: context.condition(when) });
}

export const trigger: NodePart = { words, start: () => ({ on: "ticket.created" }) };
