/** task: to whom, until when, and how it can come out. */
import {
  lengthText,
  listOf,
  type NodeConfig,
  type NodePart,
  recordOf,
  textOf,
  type WordsContext,
} from "../words.ts";

function whoText({ assignee, group }: NodeConfig, { t, names }: WordsContext): string {
  if (textOf(assignee) !== "") return names.agent(textOf(assignee));
  return textOf(group) === "" ? t("workflow.words.nobody") : names.group(textOf(group));
}

export const task: NodePart = {
  words(config, context) {
    const { t } = context;
    const outcomes = listOf(config.outcomes)
      .map((outcome) => textOf(recordOf(outcome).name))
      .join(t("workflow.words.slash"));
    const who = whoText(config, context);
    return config.due === undefined
      ? t("workflow.words.task", { who, outcomes })
      : t("workflow.words.taskDue", { who, outcomes, due: lengthText(config.due, context) });
  },
  start: (t) => ({
    // The place of the number is Liquid's: braces that the message files would take for their own.
    title: t("workflow.start.taskTitle", { ticket: "{{ ticket.number }}" }),
    outcomes: [
      { id: "approved", name: t("workflow.start.approve") },
      { id: "rejected", name: t("workflow.start.reject") },
    ],
  }),
};
