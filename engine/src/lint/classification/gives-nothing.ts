/** Rules without any outcome. One that ends the list keeps tickets from later rules, which is an outcome. */
import { type ClassificationRule, type Finding, finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { removal } from "../fixes.ts";
import type { RuleList, RuleListRule } from "../rule-lists.ts";

const isEmpty = ({ then }: ClassificationRule): boolean =>
  (then.addTags ?? []).length === 0 &&
  then.category === undefined &&
  then.priority === undefined &&
  Object.keys(then.fields ?? {}).length === 0;

const check = ({ rules, path: list, mode, tagsTheRest }: RuleList): readonly Finding[] =>
  rules.flatMap((rule, index) => {
    if (mode === "first" || tagsTheRest || rule.then.stop === true || !isEmpty(rule)) return [];
    const path = at(list, index);
    const fix = removal(path, "remove-rule");
    return [finding("warning", at(path, "then"), "classification.gives-nothing", {}, fix)];
  });

export const givesNothing: RuleListRule = { id: "gives-nothing", check };
