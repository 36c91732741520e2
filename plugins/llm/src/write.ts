/** `llm.summarise` and `llm.suggest-reply`: words for agents, who read them before anybody else does. */
import { defineAction, labelled } from "@sluice/plugin-sdk";
import { Type } from "typebox";
import { askModel, llmAction } from "./ask-model.ts";
import { LlmConfig, Usage } from "./config.ts";

const strict = { additionalProperties: false } as const;
const text = Type.String({
  minLength: 1,
  maxLength: 100_000,
  ...labelled("文本", "Text", { widget: "template", placeholder: "{{ ticket.text }}" }),
});
const language = Type.Enum(["zh", "en"], {
  default: "zh",
  ...labelled("语言", "Language", {
    options: { zh: { zh: "中文", en: "Chinese" }, en: { zh: "英文", en: "English" } },
  }),
});
const inWords = { zh: "用中文。", en: "Write English." } as const;
const written = (maxLength: number) =>
  Type.Object({ text: Type.String({ minLength: 1, maxLength }) }, strict);

/** Models sometimes bring control characters; nobody wants them in a message. */
const clean = (words: string): string => words.replaceAll(/[^\P{Cc}\n\t]/gu, "").trim();

/** `llm.summarise`. */
export const summariseAction = defineAction({
  ...llmAction,
  id: "llm.summarise",
  label: { zh: "大模型摘要", en: "Summarise by model" },
  description: { zh: "把往来内容写成给客服看的摘要", en: "Sums a conversation up for agents" },
  icon: "edit",
  input: Type.Object({ text, language }, strict),
  output: Type.Object({ summary: Type.String(labelled("摘要", "Summary")), usage: Usage }, strict),
  config: LlmConfig,
  samples: [{ name: "a conversation", input: { text: "客户：裙子小了\n客服：可以换", language: "zh" } }],
  async run(ctx) {
    const { answer, usage } = await askModel(ctx, {
      task: `为客服写三句话以内的摘要：客户要什么、已做什么、还差什么。只写文中有的。${inWords[ctx.input.language]}`,
      data: { conversation: ctx.input.text },
      answer: written(4_000),
    });
    return { summary: clean(answer.text), usage };
  },
});

/** `llm.suggest-reply`. */
export const suggestReplyAction = defineAction({
  ...llmAction,
  id: "llm.suggest-reply",
  label: { zh: "大模型拟回复", en: "Suggest reply by model" },
  description: {
    zh: "为客服起草回复；请放进内部备注由客服确认，不要直接发给客户",
    en: "Drafts a reply for an agent: put it in an internal note to be confirmed, never straight to the customer",
  },
  icon: "message",
  input: Type.Object(
    {
      text,
      facts: Type.Optional(
        Type.String({
          maxLength: 20_000,
          ...labelled("已知事实", "Known facts", {
            widget: "template",
            help: {
              zh: "模型只可引用这里的订单、物流和政策",
              en: "The only orders, parcels and policies it may name",
            },
          }),
        }),
      ),
      tone: Type.Optional(Type.String({ maxLength: 200, ...labelled("语气", "Tone") })),
      language,
    },
    strict,
  ),
  output: Type.Object({ reply: Type.String(labelled("回复草稿", "Draft")), usage: Usage }, strict),
  config: LlmConfig,
  samples: [
    {
      name: "a parcel that is late",
      input: { text: "快递三天没动了", facts: "包裹在上海转运", language: "zh" },
    },
  ],
  async run(ctx) {
    const { input } = ctx;
    const { answer, usage } = await askModel(ctx, {
      task: `替客服起草对客户的回复。不承诺金额、时限和赔付，除非已知事实里有；不编造。语气：${input.tone ?? "礼貌、简短"}。${inWords[input.language]}`,
      data: { customer: input.text, ...(input.facts === undefined ? {} : { facts: input.facts }) },
      answer: written(4_000),
    });
    return { reply: clean(answer.text), usage };
  },
});
