/** `llm.classify`: one of the given categories. A model cannot make one up: the answer is checked against the list. */
import { defineAction, labelled } from "@sluice/plugin-sdk";
import { Type } from "typebox";
import { askModel, llmAction } from "./ask-model.ts";
import { LlmConfig, Usage } from "./config.ts";

const strict = { additionalProperties: false } as const;

/** The shape of an answer for these categories. */
const answerFor = (keys: readonly string[]) =>
  Type.Object(
    { category: Type.Enum([...keys]), confidence: Type.Number({ minimum: 0, maximum: 1 }) },
    strict,
  );

const describe = ({ key, description }: { key: string; description?: string }): string =>
  description ? `- ${key}: ${description}` : `- ${key}`;

/** `llm.classify`. */
export const classifyAction = defineAction({
  ...llmAction,
  id: "llm.classify",
  label: { zh: "大模型分类", en: "Classify by model" },
  description: {
    zh: "从给定类目中选一个，附置信度；只用于规则判断不了的情况",
    en: "Picks one of the given categories with a confidence, for what rules cannot tell",
  },
  icon: "tags",
  input: Type.Object(
    {
      text: Type.String({
        minLength: 1,
        maxLength: 100_000,
        ...labelled("文本", "Text", { widget: "template", placeholder: "{{ ticket.text }}" }),
      }),
      categories: Type.Array(
        Type.Object(
          {
            key: Type.String({ minLength: 1, maxLength: 100, ...labelled("编码", "Key") }),
            description: Type.Optional(
              Type.String({
                maxLength: 500,
                ...labelled("说明", "Description", {
                  help: { zh: "写给模型看：什么算这一类", en: "For the model: what belongs to it" },
                }),
              }),
            ),
          },
          strict,
        ),
        { minItems: 2, maxItems: 200, ...labelled("类目", "Categories") },
      ),
    },
    strict,
  ),
  output: Type.Object(
    {
      category: Type.String(labelled("类目", "Category")),
      confidence: Type.Number({
        minimum: 0,
        maximum: 1,
        ...labelled("置信度", "Confidence", {
          help: { zh: "模型自己的估计，不是概率", en: "The model's own estimate, no probability" },
        }),
      }),
      usage: Usage,
    },
    strict,
  ),
  config: LlmConfig,
  samples: [
    {
      name: "a return",
      input: {
        text: "衣服小了想退",
        categories: [{ key: "return", description: "退换货" }, { key: "other" }],
      },
      output: { category: "return" },
    },
  ],
  async run(ctx) {
    const { text, categories } = ctx.input;
    const list = categories.map(describe).join("\n");
    const { answer, usage } = await askModel(ctx, {
      task: `把客户的文字归入下列类目之一，给出 0 到 1 的置信度。Pick the category of the text:\n${list}`,
      data: { text },
      answer: answerFor(categories.map(({ key }) => key)),
    });
    return { ...answer, usage };
  },
});
