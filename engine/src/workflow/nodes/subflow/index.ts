/**
 * subflow: runs another workflow on the same ticket, from its manual trigger, pinned to the revision that is live then.
 * Its input variables are given, its output variables come back; cancelling the caller cancels it too.
 */
import { type Json, Key, labelled, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { renderValue } from "../../../templates/render-value.ts";
import { inputValues, savedAs } from "../../config-fields.ts";
import { defineNodeKind } from "../../node-kind.ts";
import { errorPort, outPort } from "../../ports.ts";

const Config = Type.Object(
  {
    workflow: Type.String({
      ...Key,
      ...labelled("流程", "Workflow", {
        widget: "document:workflow",
        help: { zh: "要有“手动”触发，从那里开始", en: "Starts at its manual trigger" },
      }),
    }),
    input: inputValues("交给它的变量", "Input", {
      zh: "那个流程声明为输入的变量",
      en: "Variables that the workflow declares as input",
    }),
    saveAs: savedAs("结果存入变量", "Save result as", {
      help: { zh: "那个流程声明为输出的变量", en: "Variables that the workflow declares as output" },
    }),
  },
  strict,
);
type SubflowConfig = Static<typeof Config>;

export const subflow = defineNodeKind<SubflowConfig>({
  definition: {
    kind: "subflow",
    label: { zh: "子流程", en: "Subflow" },
    description: { zh: "运行另一个流程，等它结束", en: "Runs another workflow and waits for its end" },
    icon: "apartment",
    family: "control",
    hasInput: true,
    ports: [outPort, errorPort],
    config: Config,
  },
  example: { workflow: "returns" },
  ports: () => [outPort, errorPort],
  compile: (config) => ({
    enter: (context) => {
      const input = renderValue((config.input ?? {}) as Json, context.scope(), context.rendering);
      return { call: { workflow: config.workflow, input: input as { readonly [name: string]: Json } } };
    },
    wake: (context, wakeup) => {
      if (wakeup.type !== "call") return { wait: context.token.wait ?? { type: "fork" } };
      const { ok, workflow, output } = wakeup;
      if (!ok)
        return { fail: { code: "subflow.cancelled", message: `the run of "${workflow}" was cancelled` } };
      if (config.saveAs) context.setVariables({ [config.saveAs]: output });
      return { go: "out" };
    },
  }),
});
