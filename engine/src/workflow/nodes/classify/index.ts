/** classify: runs a ruleset on the ticket as it is now. */
import { Key, labelled, strict } from "@sluice/schemas";
import { type Static, Type } from "typebox";
import { defineNodeKind } from "../../node-kind.ts";
import { outPort } from "../../ports.ts";

const Config = Type.Object(
  {
    ruleset: Type.String({
      ...Key,
      ...labelled("分类规则", "Ruleset", { widget: "document:classification" }),
    }),
  },
  strict,
);

export const classify = defineNodeKind<Static<typeof Config>>({
  definition: {
    kind: "classify",
    label: { zh: "分类", en: "Classify" },
    description: {
      zh: "按分类规则给工单打标签、定类目和优先级",
      en: "Tags, categorises and prioritises by a ruleset",
    },
    icon: "tags",
    family: "decision",
    hasInput: true,
    ports: [outPort],
    config: Config,
  },
  example: { ruleset: "default" },
  ports: () => [outPort],
  needsTicket: () => true,
  compile: (config) => ({
    enter: (context) => {
      context.classify(config.ruleset);
      return { go: "out" };
    },
  }),
});
