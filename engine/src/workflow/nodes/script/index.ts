/**
 * script: JavaScript as a job in a sandbox without I/O. It sees `input` and returns JSON; what it returned is recorded as
 * the job's result, so a replay runs nothing.
 */
import { type Json, labelled, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { renderValue } from "../../../templates/render-value.ts";
import { inputValues, savedAs } from "../../config-fields.ts";
import { defineNodeKind } from "../../node-kind.ts";
import { errorPort, outPort } from "../../ports.ts";

/** The action by which its jobs are known; no plugin can bring one of this name. */
export const scriptAction = "sluice.script";

const Config = Type.Object(
  {
    code: Type.String({
      minLength: 1,
      maxLength: 50_000,
      ...labelled("代码", "Code", {
        widget: "javascript",
        placeholder: "return { total: input.amount * 2 };",
        help: {
          zh: "JavaScript 函数体：用 input 取值，用 return 给出 JSON；最多 100 毫秒、32 MB，不能联网",
          en: "A function's body: reads input, returns JSON; 100 ms and 32 MB at most, no network",
        },
      }),
    }),
    input: inputValues("输入", "Input", {
      zh: "代码里用 input.名称 读取",
      en: "The code reads it as input.name",
    }),
    saveAs: savedAs("结果存入变量", "Save result as", {
      help: { zh: "return 的值", en: "What it returned" },
    }),
  },
  strict,
);
type ScriptConfig = Static<typeof Config>;

export const script = defineNodeKind<ScriptConfig>({
  definition: {
    kind: "script",
    label: { zh: "脚本", en: "Script" },
    description: { zh: "运行一段 JavaScript，不能联网", en: "Runs a piece of JavaScript without network" },
    icon: "code",
    family: "integration",
    hasInput: true,
    ports: [outPort, errorPort],
    config: Config,
  },
  example: { code: "return { half: input.amount / 2 };", input: { amount: "{{ order.amount }}" } },
  ports: () => [outPort, errorPort],
  compile: ({ code, input = {}, saveAs }) => ({
    enter: (context) => {
      const given = renderValue(input as Json, context.scope(), context.rendering);
      context.emit({
        ...{ type: "job", id: context.key, run: context.run.id, node: context.token.node },
        ...{ action: scriptAction, version: "1", input: { code, input: given }, timeout: "PT5S" },
        retry: { maxAttempts: 2, backoff: "fixed", initial: "PT1S", max: "PT1S" },
      });
      return { wait: { type: "job", job: context.key } };
    },
    wake: (context, wakeup) => {
      if (wakeup.type !== "job") return { wait: { type: "job", job: context.key } };
      if (!wakeup.ok) return { fail: { ...wakeup.error, job: context.key } };
      if (saveAs) context.setVariables({ [saveAs]: wakeup.output });
      return { go: "out" };
    },
  }),
});
