/** parallel: forks into named branches that run beside each other until a join, or until they end. */
import { labelled, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { branchFields } from "../../config-fields.ts";
import { defineNodeKind } from "../../node-kind.ts";

const Config = Type.Object(
  {
    branches: Type.Array(
      Type.Object(
        {
          ...branchFields,
        },
        { ...strict, ...labelled("分支", "Branch") },
      ),
      {
        minItems: 2,
        maxItems: 20,
        ...labelled("同时走的路", "Branches", {
          help: {
            zh: "各路同时进行，用“汇合”等齐",
            en: "All of them at once; a join waits for them",
          },
        }),
      },
    ),
  },
  strict,
);
type ParallelConfig = Static<typeof Config>;

export const parallel = defineNodeKind<ParallelConfig>({
  definition: {
    kind: "parallel",
    label: { zh: "并行", en: "Parallel" },
    description: { zh: "分成几路同时进行", en: "Goes several ways at once" },
    icon: "fork",
    family: "control",
    hasInput: true,
    ports: [],
    dynamicPorts: "branches",
    config: Config,
  },
  example: {
    branches: [
      { id: "warehouse", name: "仓库" },
      { id: "finance", name: "财务" },
    ],
  },
  ports: (config) => config.branches.map(({ id, name }) => ({ id, label: { zh: name, en: name } })),
  compile: (config) => {
    const ports = config.branches.map(({ id }) => id);
    return { enter: () => ({ fork: ports }) };
  },
});
