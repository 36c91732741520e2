/** Which model is asked, and how much it may cost. The host comes from here, never from an input. */
import { labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;

export const LlmConfig = Type.Object(
  {
    baseUrl: Type.Optional(
      Type.String({
        pattern: "^https?://",
        ...labelled("接口地址", "Base URL", {
          common: true,
          placeholder: "https://api.model.example/v1",
          help: {
            zh: "任何 OpenAI 兼容接口，不含 /chat/completions",
            en: "Any OpenAI-compatible endpoint, without /chat/completions",
          },
        }),
      }),
    ),
    model: Type.Optional(Type.String({ minLength: 1, ...labelled("模型", "Model", { common: true }) })),
    answerFormat: Type.Enum(["json_schema", "json_object", "text"], {
      default: "json_schema",
      ...labelled("回答格式", "Form of answers", {
        options: {
          json_schema: { zh: "JSON Schema（严格）", en: "JSON Schema (strict)" },
          json_object: { zh: "JSON", en: "JSON" },
          text: { zh: "仅提示词", en: "By the prompt alone" },
        },
        help: {
          zh: "模型不支持时逐级放宽；回答总会检查",
          en: "Loosen it where the model cannot; answers are checked anyway",
        },
      }),
    }),
    tokenParameter: Type.Enum(["max_tokens", "max_completion_tokens"], {
      default: "max_tokens",
      ...labelled("长度上限参数", "Name of the token limit"),
    }),
    maxTokens: Type.Integer({
      minimum: 16,
      maximum: 8_192,
      default: 800,
      ...labelled("回答最多 token", "Tokens of an answer at most"),
    }),
    maxInputCharacters: Type.Integer({
      minimum: 100,
      maximum: 100_000,
      default: 8_000,
      ...labelled("输入最多字符", "Characters of a text at most", {
        help: { zh: "超出的从中间省略", en: "What exceeds them is left out in the middle" },
      }),
    }),
    temperature: Type.Number({ minimum: 0, maximum: 2, default: 0, ...labelled("随机性", "Temperature") }),
  },
  strict,
);
export type LlmConfig = Static<typeof LlmConfig>;

/** What an answer has cost; a model that does not say leaves it `null`. */
export const Usage = Type.Object(
  {
    model: Type.String(labelled("模型", "Model")),
    promptTokens: Type.Union([Type.Integer(), Type.Null()], labelled("输入 token", "Prompt tokens")),
    completionTokens: Type.Union([Type.Integer(), Type.Null()], labelled("输出 token", "Completion tokens")),
    totalTokens: Type.Union([Type.Integer(), Type.Null()], labelled("合计 token", "Tokens in all")),
  },
  { ...strict, ...labelled("用量", "Usage") },
);
export type Usage = Static<typeof Usage>;
