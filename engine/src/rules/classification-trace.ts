/** What became of every rule of a ruleset for one ticket: the answer to "why" and to "why not". */
import type { ConditionTrace, Json, RevisionRef } from "@sluice/schemas";
import { shortenTrace } from "./because.ts";
import type { SourcedOutcome } from "./classification-outcome.ts";
import { type CompiledRule, isActive } from "./classification-rules.ts";
import type { Evaluation } from "./evaluation.ts";

/** `not-reached`: an earlier rule ended the list. `inactive`: outside its dates or its campaign. */
export type RuleState = "matched" | "not-matched" | "unknown" | "disabled" | "inactive" | "not-reached";

export interface RuleTrace {
  readonly id: string;
  readonly name: string;
  readonly campaign?: string;
  readonly state: RuleState;
  /** Absent for rules that did not take part. */
  readonly condition?: ConditionTrace;
  readonly gives: { readonly [property: string]: Json };
}

export interface ClassificationTrace extends SourcedOutcome {
  readonly ref: RevisionRef;
  readonly rules: readonly RuleTrace[];
  readonly at: number;
}

function stateOf(rule: CompiledRule, now: number, reached: boolean): RuleState | undefined {
  if (!rule.enabled) return "disabled";
  if (!isActive(rule, now)) return "inactive";
  return reached ? undefined : "not-reached";
}

function traceRule(
  rule: CompiledRule,
  matched: boolean,
  reached: boolean,
  evaluation: Evaluation,
  now: number,
): RuleTrace {
  const about = {
    id: rule.id,
    name: rule.name,
    ...(rule.campaign === undefined ? {} : { campaign: rule.campaign }),
    gives: rule.then as { readonly [property: string]: Json },
  };
  const state = stateOf(rule, now, reached);
  if (state) return { ...about, state };
  const condition = shortenTrace(rule.node.explain(evaluation));
  if (condition.result === "unknown") return { ...about, state: "unknown", condition };
  return { ...about, state: matched ? "matched" : "not-matched", condition };
}

/** One traced decision: the rules that matched, and the one that ended the list, if one did. */
export interface TracedMatch {
  readonly matched: ReadonlySet<CompiledRule>;
  readonly ender: CompiledRule | undefined;
}

/** Traces every rule in order. */
export function traceRules(
  rules: readonly CompiledRule[],
  { matched, ender }: TracedMatch,
  evaluation: Evaluation,
  now: number,
): readonly RuleTrace[] {
  const end = ender ? rules.indexOf(ender) : rules.length;
  return rules.map((rule, index) => traceRule(rule, matched.has(rule), index <= end, evaluation, now));
}
