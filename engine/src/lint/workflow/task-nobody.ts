/** Tasks for a group in which nobody is: they lie until they time out. */
import { type Finding, finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { groupLabel, membersOf } from "../members.ts";
import type { LintRule } from "../rule.ts";

export const taskNobody: LintRule<"workflow"> = {
  id: "task-nobody",
  check: ({ spec }, context) =>
    spec.nodes.flatMap(({ type, config }, index): readonly Finding[] => {
      const key = config?.group;
      const group = type === "task" && typeof key === "string" ? groupLabel(key, context) : undefined;
      if (!group || typeof key !== "string" || membersOf(key, context).length > 0) return [];
      return [
        finding("warning", at("/spec/nodes", index, "config", "group"), "workflow.task-nobody", { group }),
      ];
    }),
};
