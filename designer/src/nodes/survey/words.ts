/** survey: what the customer is asked, and how long. */
import { lengthText, type NodePart, templateText, textOf } from "../words.ts";

export const survey: NodePart = {
  words({ question, text, expires }, context) {
    const asked = templateText(textOf(question) || textOf(text), context);
    const length = lengthText(textOf(expires) || "P7D", context);
    return context.t("workflow.words.survey", { question: asked, length });
  },
  start: (t) => ({ text: t("workflow.start.surveyText", { link: "{{ survey.link }}" }) }),
};
