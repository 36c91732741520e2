/** Rules without any outcome. One that ends the list keeps tickets from later rules, which is an outcome. */
import { type ClassificationRule, finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { removal } from "../fixes.ts";
import type { LintRule } from "../rule.ts";

const isEmpty = ({ then }: ClassificationRule): boolean =>
  (then.addTags ?? []).length === 0 &&
  then.category === undefined &&
  then.priority === undefined &&
  Object.keys(then.fields ?? {}).length === 0;

export const givesNothing: LintRule<"classification"> = {
  id: "gives-nothing",
  check: ({ spec }) =>
    spec.rules.flatMap((rule, index) => {
      if (spec.mode === "first" || rule.then.stop === true || !isEmpty(rule)) return [];
      const path = at("/spec/rules", index);
      const fix = removal(path, { zh: "删除规则", en: "Remove the rule" });
      return [finding("warning", at(path, "then"), "classification.gives-nothing", {}, fix)];
    }),
};
