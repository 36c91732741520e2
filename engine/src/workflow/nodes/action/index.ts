/** action: calls a plugin action as a durable job under the key `runId:nodeId:visit`. */
import { Duration, type Json, Json as JsonSchema, labelled, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { RetryPolicy } from "../../../state/effects.ts";
import { renderValue } from "../../../templates/render-value.ts";
import { savedAs } from "../../config-fields.ts";
import { defineNodeKind, type NodeContext, type NodeResult, type Wakeup } from "../../node-kind.ts";
import { errorPort, okPort } from "../../ports.ts";

const Retry = Type.Object(
  {
    maxAttempts: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        default: 5,
        ...labelled("最多尝试", "Attempts at most", {
          help: { zh: "连第一次在内", en: "The first one included" },
        }),
      }),
    ),
    backoff: Type.Optional(
      Type.Union([Type.Literal("fixed"), Type.Literal("exponential")], {
        default: "exponential",
        ...labelled("间隔方式", "Spacing", {
          options: {
            fixed: { zh: "固定间隔", en: "Fixed" },
            exponential: { zh: "逐次加倍", en: "Doubling" },
          },
        }),
      }),
    ),
    initial: Type.Optional(
      Type.String({ ...Duration, default: "PT1S", ...labelled("首次间隔", "First pause") }),
    ),
    max: Type.Optional(
      Type.String({ ...Duration, default: "PT5M", ...labelled("最长间隔", "Longest pause") }),
    ),
  },
  { ...strict, ...labelled("失败重试", "Retries") },
);

const Config = Type.Object(
  {
    action: Type.String({ minLength: 1, ...labelled("动作", "Action", { widget: "action" }) }),
    version: Type.String({
      minLength: 1,
      default: "1",
      ...labelled("版本", "Version", {
        widget: "action-version",
        help: {
          zh: "流程固定在这个版本上，动作更新后要自己换",
          en: "The workflow stays with this version until somebody changes it",
        },
      }),
    }),
    input: Type.Optional(
      Type.Record(Type.String(), JsonSchema, {
        default: {},
        ...labelled("输入", "Input", { widget: "action-input", common: true }),
      }),
    ),
    saveAs: savedAs("结果存入变量", "Save result as", {
      help: { zh: "后面的节点用 {{ vars.名称 }} 读取", en: "Later nodes read it as {{ vars.name }}" },
    }),
    timeout: Type.Optional(
      Type.String({ ...Duration, default: "PT10S", ...labelled("每次最长", "Time limit of a try") }),
    ),
    retry: Type.Optional(Retry),
  },
  strict,
);
type ActionConfig = Static<typeof Config>;

/** Where neither the node nor the action says anything. */
const usualTimeout = "PT10S";
const usualRetry: RetryPolicy = { maxAttempts: 5, backoff: "exponential", initial: "PT1S", max: "PT5M" };

/** The node's word goes before the action's own. */
function limitsOf(config: ActionConfig, { definitions }: NodeContext) {
  const { action: id, version, timeout, retry } = config;
  const declared = definitions.actions.find((one) => one.id === id && one.version === version);
  return {
    timeout: timeout ?? declared?.timeout ?? usualTimeout,
    retry: { ...usualRetry, ...declared?.retry, ...retry },
  };
}

function startJob(config: ActionConfig, context: NodeContext): NodeResult {
  const input = renderValue((config.input ?? {}) as Json, context.scope(), context.rendering);
  context.emit({
    type: "job",
    id: context.key,
    run: context.run.id,
    node: context.token.node,
    action: config.action,
    version: config.version,
    input,
    ...limitsOf(config, context),
  });
  return { wait: { type: "job", job: context.key } };
}

function finishJob(config: ActionConfig, context: NodeContext, wakeup: Wakeup): NodeResult {
  if (wakeup.type !== "job") return { wait: { type: "job", job: context.key } };
  if (!wakeup.ok) return { fail: { ...wakeup.error, job: context.key } };
  if (config.saveAs) context.setVariables({ [config.saveAs]: wakeup.output });
  return { go: "ok" };
}

export const action = defineNodeKind<ActionConfig>({
  definition: {
    kind: "action",
    label: { zh: "动作", en: "Action" },
    description: {
      zh: "调用外部系统（插件），失败自动重试",
      en: "Calls another system through a plugin, with retries",
    },
    icon: "api",
    family: "integration",
    hasInput: true,
    ports: [okPort, errorPort],
    config: Config,
  },
  example: { action: "http.request", version: "1", input: { method: "GET", url: "https://example.com/" } },
  ports: () => [okPort, errorPort],
  compile: (config) => ({
    enter: (context) => startJob(config, context),
    wake: (context, wakeup) => finishJob(config, context, wakeup),
  }),
});
