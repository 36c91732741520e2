/** branch: ordered named conditions; the first that holds is taken, else `else`. */
import { type Condition, labelled, strict } from "@sluice/schemas";
import { Type } from "typebox";
import { branchFields } from "../../config-fields.ts";
import { defineNodeKind } from "../../node-kind.ts";
import { elsePort } from "../../ports.ts";

const Config = Type.Object(
  {
    branches: Type.Array(
      Type.Object(
        {
          ...branchFields,
          when: Type.Unsafe<Condition>({ "x-condition": true, ...labelled("条件", "Condition") }),
        },
        { ...strict, ...labelled("分支", "Branch") },
      ),
      {
        minItems: 1,
        ...labelled("分支", "Branches", {
          help: {
            zh: "从上到下，第一个成立的优先；都不成立走“否则”",
            en: "From the top; the first that holds is taken, else “Otherwise”",
          },
        }),
      },
    ),
  },
  strict,
);
export interface BranchConfig {
  readonly branches: readonly { readonly id: string; readonly name: string; readonly when: Condition }[];
}

export const branch = defineNodeKind<BranchConfig>({
  definition: {
    kind: "branch",
    label: { zh: "判断", en: "Branch" },
    description: {
      zh: "按条件走不同的路，第一个成立的优先",
      en: "Takes the first way whose condition holds",
    },
    icon: "branches",
    family: "decision",
    hasInput: true,
    ports: [elsePort],
    dynamicPorts: "branches",
    config: Config,
  },
  example: {
    branches: [
      { id: "urgent", name: "P0", when: { fact: "ticket.priority", operator: "equal", value: "P0" } },
    ],
  },
  ports: (config) => [
    ...config.branches.map(({ id, name }) => ({ id, label: { zh: name, en: name } })),
    elsePort,
  ],
  compile: (config, { definitions }) => {
    const branches = config.branches.map(({ id, when }) => ({ id, holds: definitions.conditions(when) }));
    return {
      enter: (context) => {
        const taken = branches.find(({ holds }) => holds(context.facts(), context.now));
        return { go: taken?.id ?? "else" };
      },
    };
  },
});
