/** Rules that say the same as an earlier one: same condition, same outcome, same time. */
import { type ClassificationRule, type Finding, finding, type SluiceDocument } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { removal } from "../fixes.ts";
import type { LintRule } from "../rule.ts";

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Equal for rules that do the same, however their keys are ordered. */
const essenceOf = ({ when, then, activeFrom, activeUntil }: ClassificationRule): string =>
  JSON.stringify(
    [when, { ...then, stop: then.stop ?? false }, activeFrom ?? null, activeUntil ?? null],
    sorted,
  );

function check({ spec }: SluiceDocument<"classification">): readonly Finding[] {
  const seen = new Map<string, { readonly number: number; readonly name: string }>();
  return spec.rules.flatMap((rule, index) => {
    if (rule.enabled === false) return [];
    const essence = essenceOf(rule);
    const first = seen.get(essence);
    if (!first) {
      seen.set(essence, { number: index + 1, name: rule.name || rule.id });
      return [];
    }
    const path = at("/spec/rules", index);
    const fix = removal(path, { zh: "删除这条", en: "Remove this one" });
    return [finding("warning", path, "classification.duplicate", first, fix)];
  });
}

export const duplicate: LintRule<"classification"> = { id: "duplicate", check };
