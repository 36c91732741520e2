/** The lists of classification rules that a document holds: a ruleset's own, and those that campaigns put before one. */
import type { AnyDocument, ClassificationRule, ClassificationSpec, Finding } from "@sluice/schemas";
import { at } from "../check/pointer.ts";
import { readInstant } from "../check/window.ts";
import type { OrderedEntry } from "./conditions/shadows.ts";
import type { LintContext } from "./rule.ts";

export interface RuleList {
  readonly rules: readonly ClassificationRule[];
  /** JSON pointer of the list. */
  readonly path: string;
  readonly mode: "first" | "all";
  /** How the ruleset weighs priorities. */
  readonly priority: "most-urgent" | "first";
  /** Tickets that no rule matches get tags: then even a rule without an outcome has an effect. */
  readonly tagsTheRest: boolean;
}

/** Advice about lists of rules; `id` is the file's name. */
export interface RuleListRule {
  readonly id: string;
  check(list: RuleList, context: LintContext): readonly Finding[];
}

/** A rule that takes part, with its place in the list. */
export interface RuleEntry extends OrderedEntry {
  readonly rule: ClassificationRule;
  readonly index: number;
}

const listOf = (
  rules: readonly ClassificationRule[],
  path: string,
  ruleset: ClassificationSpec | undefined,
): RuleList => ({
  rules,
  path,
  mode: ruleset?.mode ?? "all",
  priority: ruleset?.priority ?? "most-urgent",
  tagsTheRest: (ruleset?.otherwise?.addTags ?? []).length > 0,
});

/** Every list of a document; rules of a ruleset that is not there are read as those of an ordinary one. */
export function ruleListsOf(document: AnyDocument, { find }: LintContext): readonly RuleList[] {
  if (document.kind === "classification") {
    return [listOf(document.spec.rules, "/spec/rules", document.spec)];
  }
  if (document.kind !== "campaign") return [];
  return document.spec.phases.flatMap(({ classification = [] }, phase) =>
    classification.map(({ ruleset, prepend }, index) => {
      const path = at("/spec/phases", phase, "classification", index, "prepend");
      return listOf(prepend, path, find("classification", ruleset)?.spec);
    }),
  );
}

const instantOr = (text: string | null | undefined, absent: number): number =>
  text ? (readInstant(text) ?? absent) : absent;

/** The rules of a list that are switched on, in their order. */
export const entriesOf = ({ rules, mode }: RuleList, { propositions }: LintContext): readonly RuleEntry[] =>
  rules
    .map((rule, index) => ({
      rule,
      index,
      when: propositions.read(rule.when),
      ends: mode === "first" || rule.then.stop === true,
      from: instantOr(rule.activeFrom, Number.NEGATIVE_INFINITY),
      until: instantOr(rule.activeUntil, Number.POSITIVE_INFINITY),
    }))
    .filter(({ rule }) => rule.enabled !== false);

/** How texts call a rule. */
export const named = ({ rule, index }: RuleEntry) => ({ number: index + 1, name: rule.name || rule.id });
