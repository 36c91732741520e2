/** survey: invites the customer to rate, by a public link in a message; goes on with the one answer, or when it has expired. */
import { Duration, labelled, problem, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { compileTemplate } from "../../../templates/template.ts";
import { savedAs } from "../../config-fields.ts";
import { defineNodeKind, type NodeContext, type NodeResult, type Wakeup } from "../../node-kind.ts";
import { timeoutPort } from "../../ports.ts";
import { dueAfter } from "../../working-time.ts";

const answeredPort = { id: "answered", label: { zh: "已评价", en: "Answered" } };

/** Stands for the link until the message is stored: the engine knows neither address nor token. */
export const surveyLink = (survey: string): string => `sluice-survey:${survey}`;

const linkName = /\{\{-?\s*survey\.link\b/;

const Config = Type.Object(
  {
    text: Type.String({
      minLength: 1,
      maxLength: 2_000,
      default: "您对这次服务满意吗？请为我们评分：{{ survey.link }}",
      ...labelled("邀请", "Invitation", {
        widget: "template-text",
        help: {
          zh: "发给客户的消息，用 {{ survey.link }} 放评价链接",
          en: "The message to the customer; {{ survey.link }} is where to answer",
        },
      }),
    }),
    question: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        default: "您对这次服务满意吗？",
        ...labelled("问题", "Question", {
          widget: "template",
          help: { zh: "评价页上的问题", en: "On the page that it leads to" },
        }),
      }),
    ),
    scale: Type.Optional(
      Type.Integer({
        minimum: 2,
        maximum: 10,
        default: 5,
        ...labelled("满分", "Highest score", {
          help: { zh: "从 1 分到几分", en: "Scores go from 1 to this" },
        }),
      }),
    ),
    expires: Type.Optional(
      Type.String({
        ...Duration,
        default: "P7D",
        ...labelled("多久有效", "Open for", {
          common: true,
          help: {
            zh: "到时走“超时”出口，链接失效",
            en: "Then leaves by “Timed out”, and the link is closed",
          },
        }),
      }),
    ),
    saveAs: savedAs("评价存入变量", "Save answer as", {
      help: { zh: "score 是分数，comment 是留言", en: "An object of score and comment" },
    }),
  },
  strict,
);
type SurveyConfig = Static<typeof Config>;

/** Days are 24 hours here: a customer's week does not depend on working time. */
function invite(
  { scale = 5, expires = "P7D" }: SurveyConfig,
  text: ReturnType<typeof compileTemplate>,
  question: ReturnType<typeof compileTemplate>,
  context: NodeContext,
): NodeResult {
  const id = context.key;
  const until = dueAfter(expires, undefined, context);
  const scope = context.scope();
  const asked = question.render(scope, context.rendering);
  context.reply(text.render({ ...scope, survey: { link: surveyLink(id) } }, context.rendering), true);
  context.emit({ type: "survey", id, question: asked, scale, expiresAt: until });
  context.log({ type: "survey.sent", survey: id, expiresAt: until });
  return { wait: { type: "survey", survey: id, scale, until } };
}

function answered({ saveAs }: SurveyConfig, context: NodeContext, wakeup: Wakeup): NodeResult {
  if (wakeup.type === "due") return { go: "timeout" };
  if (wakeup.type !== "survey") return { wait: context.token.wait ?? { type: "fork" } };
  if (saveAs) context.setVariables({ [saveAs]: { score: wakeup.score, comment: wakeup.comment } });
  return { go: "answered" };
}

export const survey = defineNodeKind<SurveyConfig>({
  definition: {
    kind: "survey",
    label: { zh: "满意度", en: "Survey" },
    description: {
      zh: "邀请客户评价，等他的回答",
      en: "Asks the customer to rate, and waits for the answer",
    },
    icon: "smile",
    family: "people",
    hasInput: true,
    ports: [answeredPort, timeoutPort],
    config: Config,
  },
  example: { text: "您对这次服务满意吗？请为我们评分：{{ survey.link }}" },
  ports: () => [answeredPort, timeoutPort],
  needsTicket: () => true,
  check: ({ text }) => (linkName.test(text) ? [] : [problem("/text", "workflow.survey-link")]),
  compile: (config) => {
    const text = compileTemplate(config.text);
    const question = compileTemplate(config.question ?? "您对这次服务满意吗？");
    return {
      enter: (context) => invite(config, text, question, context),
      wake: (context, wakeup) => answered(config, context, wakeup),
    };
  },
});
