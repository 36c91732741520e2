/**
 * join: waits for the branches of the innermost parallel node that all ways to it lie inside of, then goes on once and
 * cancels what is left of them. A branch that has ended elsewhere is not waited for.
 */
import { labelled, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { savedAs } from "../../config-fields.ts";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";

const Config = Type.Object(
  {
    wait: Type.Optional(
      Type.Union(
        [
          Type.Literal("all", labelled("全部", "All")),
          Type.Literal("any", labelled("任意一路", "Any one")),
          Type.Integer({ minimum: 1, maximum: 20, ...labelled("指定路数", "A number") }),
        ],
        {
          default: "all",
          ...labelled("等几路", "Waits for", {
            common: true,
            help: {
              zh: "到齐就继续一次，其余各路取消；已在别处结束的不再等",
              en: "Then goes on once and cancels the others; one that ended elsewhere is not waited for",
            },
          }),
        },
      ),
    ),
    saveAs: savedAs("到达的分支存入变量", "Save who came as", {
      help: { zh: "到达的分支编号，一个列表", en: "The ids of the branches that came, as a list" },
    }),
  },
  strict,
);
type JoinConfig = Static<typeof Config>;

export const join = defineNodeKind<JoinConfig>({
  definition: {
    kind: "join",
    label: { zh: "汇合", en: "Join" },
    description: {
      zh: "等并行的各路到齐，或只等其中几路",
      en: "Waits for the branches of a parallel node, or for some of them",
    },
    icon: "merge",
    family: "control",
    hasInput: true,
    ports: [outPort],
    config: Config,
  },
  example: { wait: "all" },
  ports: () => [outPort],
  compile: ({ wait = "all", saveAs }) => ({
    enter: () => ({ join: wait === "any" ? 1 : wait }),
    wake: (context, wakeup) => {
      if (wakeup.type !== "joined") return { wait: context.token.wait ?? { type: "fork" } };
      if (saveAs) context.setVariables({ [saveAs]: wakeup.branches });
      return { go: "out" };
    },
  }),
});
