/** Rules that say the same as an earlier one: same condition, same outcome, same time. */
import { type ClassificationRule, type Finding, finding, type SluiceDocument } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { removal } from "../fixes.ts";
import type { LintRule } from "../rule.ts";

/** The text of a value whose keys are in order; quicker than a replacer that makes every object anew. */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
}

type Placed = readonly [index: number, rule: ClassificationRule];

/** Equal for rules that give the same at the same times, however their keys are ordered. */
const outcomeOf = ([, { then, activeFrom, activeUntil }]: Placed): string =>
  canonical([{ ...then, stop: then.stop ?? false }, activeFrom ?? null, activeUntil ?? null]);

function grouped(rules: readonly Placed[], keyOf: (rule: Placed) => string): readonly Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const rule of rules) {
    const key = keyOf(rule);
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function ofTwins([first, ...again]: readonly Placed[]): readonly Finding[] {
  if (!first) return [];
  const values = { number: first[0] + 1, name: first[1].name || first[1].id };
  return again.map(([index]) => {
    const path = at("/spec/rules", index);
    const fix = removal(path, { zh: "删除这条", en: "Remove this one" });
    return finding("warning", path, "classification.duplicate", values, fix);
  });
}

/** Conditions are long and outcomes short: only rules of one outcome have their conditions compared. */
function check({ spec }: SluiceDocument<"classification">): readonly Finding[] {
  const rules = [...spec.rules.entries()].filter(([, { enabled }]) => enabled !== false);
  return grouped(rules, outcomeOf)
    .flatMap((alike) => grouped(alike, ([, { when }]) => canonical(when)))
    .flatMap(ofTwins);
}

export const duplicate: LintRule<"classification"> = { id: "duplicate", check };
