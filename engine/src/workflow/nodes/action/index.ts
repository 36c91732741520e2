/** action: calls a plugin action as a durable job under the key `runId:nodeId:visit`. */
import { Duration, type Json, Json as JsonSchema, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import type { RetryPolicy } from "../../../state/effects.ts";
import { renderValue } from "../../../templates/render-value.ts";
import { defineNodeKind, type NodeContext, type NodeResult, type Wakeup } from "../../node-kind.ts";
import { errorPort, okPort } from "../../ports.ts";

const Retry = Type.Object(
  {
    maxAttempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 5 })),
    backoff: Type.Optional(
      Type.Union([Type.Literal("fixed"), Type.Literal("exponential")], { default: "exponential" }),
    ),
    initial: Type.Optional(Type.String({ ...Duration, default: "PT1S" })),
    max: Type.Optional(Type.String({ ...Duration, default: "PT5M" })),
  },
  strict,
);

const Config = Type.Object(
  {
    action: Type.String({ minLength: 1, "x-widget": "action" }),
    version: Type.String({ minLength: 1, default: "1" }),
    input: Type.Optional(Type.Record(Type.String(), JsonSchema, { default: {}, "x-widget": "action-input" })),
    saveAs: Type.Optional(Type.String({ pattern: "^[A-Za-z][A-Za-z0-9_]{0,62}$", "x-widget": "variable" })),
    timeout: Type.Optional(Type.String({ ...Duration, default: "PT10S" })),
    retry: Type.Optional(Retry),
  },
  strict,
);
type ActionConfig = Static<typeof Config>;

const retryOf = (retry: ActionConfig["retry"]): RetryPolicy => ({
  maxAttempts: retry?.maxAttempts ?? 5,
  backoff: retry?.backoff ?? "exponential",
  initial: retry?.initial ?? "PT1S",
  max: retry?.max ?? "PT5M",
});

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
    timeout: config.timeout ?? "PT10S",
    retry: retryOf(config.retry),
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
