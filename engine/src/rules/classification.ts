/**
 * Classification: ordered rules that tag, categorise and prioritise a ticket.
 * Rules are read top-down; every condition sees the ticket as it came in, never another rule's output.
 * How the matching rules are found is behind {@link RuleMatcher}; what they amount to is `uniteOutcome`.
 */
import type {
  ClassificationDecision,
  ClassificationSpec,
  Json,
  MatchedRule,
  Priority,
  RevisionRef,
} from "@sluice/schemas";
import { becauseOf } from "./because.ts";
import {
  type ClassificationResult,
  type ClassificationSources,
  type SourcedOutcome,
  uniteOutcome,
} from "./classification-outcome.ts";
import { type ClassificationLayer, type CompiledRule, compileRules } from "./classification-rules.ts";
import { type ClassificationTrace, traceRules } from "./classification-trace.ts";
import type { Needs } from "./condition-node.ts";
import { type ConditionOptions, createConditionCompiler } from "./conditions.ts";
import { Evaluation, type FactId, type Facts } from "./evaluation.ts";
import { indexRules } from "./matcher/index-rules.ts";
import type { RuleMatcher } from "./rule-scan.ts";

/** What is known besides the facts. */
export interface ClassificationContext {
  /** Epoch milliseconds; decides which rules are active. */
  readonly now: number;
  /** A priority that the caller or an agent set: it wins over every rule. */
  readonly explicitPriority?: Priority | undefined;
}

export interface ClassificationOptions extends ConditionOptions {
  /** Recorded in decisions; an unpublished draft (`default`, revision 0) when left out. */
  readonly ref?: RevisionRef;
  /** Campaign rules, the strongest first. */
  readonly overlays?: readonly ClassificationLayer[];
}

/** The outcome, with the ids of the rules that matched, in order. */
export interface Classification extends ClassificationResult {
  readonly matched: readonly string[];
  readonly sources: ClassificationSources;
}

/** A compiled ruleset; safe to share and to use any number of times. */
export interface CompiledClassification {
  readonly ref: RevisionRef;
  readonly reclassify: "never" | "until-reply";
  /** Every fact that some rule reads. */
  readonly facts: readonly FactId[];
  /** The outcome, or the fetched facts it still depends on. */
  classify(facts: Facts, context: ClassificationContext): Classification | Needs;
  /** The outcome with its reasons, to be stored; a fetched fact that is missing counts as undefined. */
  decision(facts: Facts, context: ClassificationContext): ClassificationDecision;
  /** What became of every rule, matched or not. */
  explain(facts: Facts, context: ClassificationContext): ClassificationTrace;
}

const draftRef: RevisionRef = { kind: "classification", key: "default", revision: 0 };

/** What a rule gave, as the decision shows it. */
function gaveOf(rule: CompiledRule): { readonly [property: string]: Json } {
  const { stop, ...gave } = rule.then;
  return { ...gave, ...(stop ? { stop } : {}) } as { readonly [property: string]: Json };
}

/** A rule that matched, as the decision shows it. */
export function toMatchedRule(rule: CompiledRule, evaluation: Evaluation): MatchedRule {
  return {
    id: rule.id,
    name: rule.name,
    gave: gaveOf(rule),
    because: becauseOf(rule.node.explain(evaluation)),
    ...(rule.campaign === undefined ? {} : { campaign: rule.campaign }),
  };
}

/** Compiles the `spec` of a classification document; throws `condition.invalid` or `document.invalid`. */
export function compileClassification(
  document: { readonly spec: ClassificationSpec },
  options: ClassificationOptions = {},
): CompiledClassification {
  const { spec } = document;
  const ref = options.ref ?? draftRef;
  const compiler = createConditionCompiler(options);
  const ends = (rule: CompiledRule) => spec.mode === "first" || rule.then.stop === true;
  const rules = compileRules(spec, options.overlays ?? [], compiler);
  const matcher: RuleMatcher = indexRules(rules, ends);
  const unite = (matched: readonly CompiledRule[], context: ClassificationContext): SourcedOutcome =>
    uniteOutcome(spec, matched, context.explicitPriority);

  return {
    ref,
    reclassify: spec.reclassify ?? "never",
    facts: [...compiler.facts],
    classify(facts, context) {
      const matched = matcher.evaluate(new Evaluation(facts, context), context.now);
      if ("needs" in matched) return matched;
      const { outcome, sources } = unite(matched, context);
      const { category, priority, tags, fields } = outcome;
      return { category, priority, tags, fields, matched: matched.map((rule) => rule.id), sources };
    },
    decision(facts, context) {
      const evaluation = new Evaluation(facts, context);
      const matched = matcher.test(evaluation, context.now);
      const reasons = matched.map((rule) => toMatchedRule(rule, evaluation));
      return { kind: "classification", ref, matched: reasons, ...unite(matched, context), at: context.now };
    },
    explain(facts, context) {
      const evaluation = new Evaluation(facts, context);
      const matched = matcher.test(evaluation, context.now);
      const traced = { matched: new Set(matched), ender: matched.find(ends) };
      const traces = traceRules(rules, traced, evaluation, context.now);
      return { ref, ...unite(matched, context), rules: traces, at: context.now };
    },
  };
}
