/** Rules that take no part: switched off, or expired. */
import { type ClassificationRule, type Finding, finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { readInstant } from "../../check/window.ts";
import { removal, replacement } from "../fixes.ts";
import type { LintContext } from "../rule.ts";
import type { RuleList, RuleListRule } from "../rule-lists.ts";

function checkRule(rule: ClassificationRule, path: string, { now }: LintContext): readonly Finding[] {
  if (rule.enabled === false) {
    const fix = replacement(at(path, "enabled"), true, "enable");
    return [finding("info", at(path, "enabled"), "classification.disabled", {}, fix)];
  }
  const until = rule.activeUntil ? readInstant(rule.activeUntil) : undefined;
  if (now === undefined || until === undefined || until > now) return [];
  const fix = removal(path, "remove-rule");
  return [finding("info", at(path, "activeUntil"), "classification.expired", {}, fix)];
}

const check = ({ rules, path }: RuleList, context: LintContext): readonly Finding[] =>
  rules.flatMap((rule, index) => checkRule(rule, at(path, index), context));

export const inactive: RuleListRule = { id: "inactive", check };
