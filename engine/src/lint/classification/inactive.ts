/** Rules that take no part: switched off, or expired. */
import { type ClassificationRule, type Finding, finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { readInstant } from "../../check/window.ts";
import { removal, replacement } from "../fixes.ts";
import type { LintContext, LintRule } from "../rule.ts";

function checkRule(rule: ClassificationRule, path: string, { now }: LintContext): readonly Finding[] {
  if (rule.enabled === false) {
    const fix = replacement(at(path, "enabled"), true, { zh: "启用", en: "Enable it" });
    return [finding("info", at(path, "enabled"), "classification.disabled", {}, fix)];
  }
  const until = rule.activeUntil ? readInstant(rule.activeUntil) : undefined;
  if (now === undefined || until === undefined || until > now) return [];
  const fix = removal(path, { zh: "删除规则", en: "Remove the rule" });
  return [finding("info", at(path, "activeUntil"), "classification.expired", {}, fix)];
}

export const inactive: LintRule<"classification"> = {
  id: "inactive",
  check: ({ spec }, context) =>
    spec.rules.flatMap((rule, index) => checkRule(rule, at("/spec/rules", index), context)),
};
