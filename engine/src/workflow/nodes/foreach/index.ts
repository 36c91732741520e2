/**
 * foreach: runs its body once for each item of a list, so many at a time. An item and its place are variables of that
 * item alone, and so is whatever its body sets; what is to be kept is collected when an item ends.
 */
import { type Json, labelled, problem, strict, variableNamePattern } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { renderValue } from "../../../templates/render-value.ts";
import { savedAs } from "../../config-fields.ts";
import { defineNodeKind, type NodeContext, type NodeResult } from "../../node-kind.ts";
import { donePort } from "../../ports.ts";

const bodyPort = { id: "body", label: { zh: "每一项", en: "For each" } };

/** Items that a loop takes unless its config says less or more. */
const defaultMaxItems = 100;

const Config = Type.Object(
  {
    items: Type.String({
      minLength: 1,
      ...labelled("列表", "Items", {
        widget: "template",
        placeholder: "{{ vars.parcels }}",
        help: { zh: "一个给出列表的模板", en: "A template that gives a list" },
      }),
    }),
    as: Type.Optional(
      Type.String({
        pattern: variableNamePattern,
        default: "item",
        ...labelled("每一项叫", "Item as", {
          help: { zh: "循环体里用 {{ vars.名称 }} 读取", en: "The body reads it as {{ vars.name }}" },
        }),
      }),
    ),
    indexAs: Type.Optional(
      Type.String({
        pattern: variableNamePattern,
        default: "index",
        ...labelled("序号叫", "Index as", { help: { zh: "从 0 开始", en: "Counted from 0" } }),
      }),
    ),
    concurrency: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 20,
        default: 1,
        ...labelled("同时处理", "At a time", {
          common: true,
          help: { zh: "同时进行的项数；1 是一项一项来", en: "Items under way at once; 1 is one by one" },
        }),
      }),
    ),
    maxItems: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1_000,
        default: defaultMaxItems,
        ...labelled("最多几项", "Items at most", {
          help: { zh: "再多就作为失败停下", en: "More is a failure" },
        }),
      }),
    ),
    collect: Type.Optional(
      Type.String({
        minLength: 1,
        ...labelled("每项留下", "Keep of each", {
          widget: "template",
          placeholder: "{{ vars.track.status }}",
          help: { zh: "一项结束时求值", en: "Read when an item ends" },
        }),
      }),
    ),
    saveAs: savedAs("结果存入变量", "Save results as", {
      help: { zh: "各项留下的值，按原来的次序", en: "What was kept of each, in the order of the items" },
    }),
  },
  strict,
);
type ForeachConfig = Static<typeof Config>;

function begin(config: ForeachConfig, context: NodeContext): NodeResult {
  const items = renderValue(config.items, context.scope(), context.rendering);
  const { as = "item", indexAs = "index", concurrency = 1, maxItems = defaultMaxItems } = config;
  if (!Array.isArray(items))
    return { fail: { code: "foreach.items", message: `"${config.items}" gave no list` } };
  if (items.length > maxItems)
    return {
      fail: {
        code: "foreach.too-many",
        message: `${items.length} items are more than the ${maxItems} allowed`,
        details: { items: items.length, maxItems },
      },
    };
  return { each: { items: items as readonly Json[], as, indexAs, concurrency } };
}

export const foreach = defineNodeKind<ForeachConfig>({
  definition: {
    kind: "foreach",
    label: { zh: "逐项", en: "For each" },
    description: { zh: "对列表里的每一项走一遍", en: "Goes its way once for each item of a list" },
    icon: "retweet",
    family: "control",
    hasInput: true,
    ports: [bodyPort, donePort],
    config: Config,
  },
  example: { items: "{{ ticket.tags }}" },
  ports: () => [bodyPort, donePort],
  check: ({ as = "item", indexAs = "index" }) =>
    as === indexAs ? [problem("/indexAs", "schema.duplicate", { name: as })] : [],
  variables: ({ as = "item", indexAs = "index" }) => [as, indexAs],
  compile: (config) => ({
    enter: (context) => begin(config, context),
    collect: (context) =>
      config.collect === undefined ? null : renderValue(config.collect, context.scope(), context.rendering),
    wake: (context, wakeup) => {
      if (wakeup.type !== "items") return { wait: context.token.wait ?? { type: "fork" } };
      if (config.saveAs) context.setVariables({ [config.saveAs]: wakeup.results });
      return { go: "done" };
    },
  }),
});
