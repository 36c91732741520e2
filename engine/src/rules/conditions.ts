/**
 * Conditions: the `when` of everything. Written in json-rules-engine's format, compiled once into nodes,
 * then asked for each ticket. No state is shared between evaluations.
 */
import type { Condition, ConditionTrace } from "@sluice/schemas";
import { createActualShortener, shortenTrace } from "./because.ts";
import { ConditionCompiler, type Segments } from "./condition-compiler.ts";
import type { IsFetched } from "./condition-leaf.ts";
import type { Evaluated } from "./condition-node.ts";
import { Evaluation, type EvaluationContext, type FactId, type Facts } from "./evaluation.ts";
import type { Calendars, Operator } from "./operator.ts";
import { builtInOperators } from "./operator-list.ts";

/** Everything is optional. */
export interface ConditionOptions {
  /** The `when` of each segment, by key. */
  readonly segments?: Segments;
  /** All operators; the built-in ones when left out. */
  readonly operators?: readonly Operator[];
  /** Calendars that `withinCalendar` may name; `24x7` is always there. */
  readonly calendars?: Calendars;
  /** Which facts a plugin fetches: absent from the facts means "not known yet"; there as `null` or `undefined` is known. */
  readonly fetched?: IsFetched;
}

/** A compiled condition; safe to share and to use any number of times. */
export interface CompiledConditions {
  /** True or false; a missing fact is `undefined`. */
  test(facts: Facts, context?: EvaluationContext): boolean;
  /** As `test`, but answers which fetched facts are missing while the outcome depends on them. */
  evaluate(facts: Facts, context?: EvaluationContext): Evaluated;
  /** The whole tree with the values that every leaf saw, long ones cut to the part that matched. */
  explain(facts: Facts, context?: EvaluationContext): ConditionTrace;
  /** Every fact that is read, those of segments and references included. */
  readonly facts: readonly FactId[];
}

/** Compiles a condition; throws `condition.invalid` for one that `checkConditions` would refuse to run. */
export function compileConditions(when: Condition, options: ConditionOptions = {}): CompiledConditions {
  const compiler = createConditionCompiler(options);
  const node = compiler.compile(when);
  return {
    test: (facts, context) => node.test(new Evaluation(facts, context)),
    evaluate: (facts, context) => node.evaluate(new Evaluation(facts, context)),
    // Thousands of leaves may read one long text.
    explain: (facts, context) =>
      shortenTrace(node.explain(new Evaluation(facts, context)), createActualShortener()),
    facts: [...compiler.facts],
  };
}

/** A compiler with the defaults filled in, for whoever compiles many conditions together. */
export function createConditionCompiler(options: ConditionOptions): ConditionCompiler {
  return new ConditionCompiler({
    segments: options.segments ?? {},
    operators: options.operators ?? builtInOperators,
    calendars: options.calendars ?? {},
    fetched: options.fetched ?? (() => false),
  });
}
