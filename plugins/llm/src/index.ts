/** `@sluice/plugin-llm`: any OpenAI-compatible model, off until an operator switches it on. */
import { definePlugin } from "@sluice/plugin-sdk";
import { classifyAction } from "./classify.ts";
import { suggestReplyAction, summariseAction } from "./write.ts";

/** The plugin as the plugin host loads it. */
export const plugin = definePlugin({
  id: "llm",
  label: { zh: "大模型", en: "Language model" },
  description: {
    zh: "分类、摘要、拟回复；客户文字会发给所配置的模型服务",
    en: "Classifies, sums up, drafts; customers' words are sent to the configured service",
  },
  actions: [classifyAction, summariseAction, suggestReplyAction],
});
