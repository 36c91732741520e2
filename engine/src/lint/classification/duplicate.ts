/** Rules that say the same as an earlier one: same condition, same outcome, same time. */
import { type ClassificationRule, type Finding, finding } from "@sluice/schemas";
import { at } from "../../check/pointer.ts";
import { removal } from "../fixes.ts";
import type { LintContext } from "../rule.ts";
import type { RuleList, RuleListRule } from "../rule-lists.ts";

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

function grouped(rules: readonly Placed[], keyOf: (rule: Placed) => unknown): readonly Placed[][] {
  const groups = new Map<unknown, Placed[]>();
  for (const rule of rules) {
    const key = keyOf(rule);
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function ofTwins([first, ...again]: readonly Placed[], list: string): readonly Finding[] {
  if (!first) return [];
  const values = { number: first[0] + 1, name: first[1].name || first[1].id };
  return again.map(([index]) => {
    const path = at(list, index);
    const fix = removal(path, "remove-rule");
    return finding("warning", path, "classification.duplicate", values, fix);
  });
}

/** Equal for equal conditions, however their keys are ordered; quick, and seldom equal for others. */
function sketch({ when }: ClassificationRule): number {
  const text = JSON.stringify(when);
  let sum = text.length;
  for (let place = 0; place < text.length; place += 1) sum += text.charCodeAt(place) ** 2;
  return sum;
}

/** Conditions are long and outcomes short: only rules of one outcome have their conditions compared. */
function check({ rules, path }: RuleList, { recall }: LintContext): readonly Finding[] {
  const placed = [...rules.entries()].filter(([, { enabled }]) => enabled !== false);
  return grouped(placed, (each) => recall("outcome", each[1], () => outcomeOf(each)))
    .flatMap((alike) => grouped(alike, ([, rule]) => recall("sketch", rule, () => sketch(rule))))
    .flatMap((alike) => grouped(alike, ([, { when }]) => canonical(when)))
    .flatMap((twins) => ofTwins(twins, path));
}

export const duplicate: RuleListRule = { id: "duplicate", check };
