/**
 * `@sluice/engine/reference`: the same conditions and rulesets, run by json-rules-engine.
 * It is what our own evaluator is checked against; a separate entry, so that browsers do not load it.
 *
 * A fresh Engine runs each time, because concurrent runs of one Engine disturb each other.
 * Where json-rules-engine would throw on a value that is no list (`in`, `notIn`, `someValue`, `everyValue`),
 * the guarded forms below answer as our operators do.
 */
import type { ClassificationDecision, ClassificationSpec, Condition, RevisionRef } from "@sluice/schemas";
import { Engine, type TopLevelCondition } from "json-rules-engine";
import { EngineError } from "./errors.ts";
import {
  type Classification,
  type ClassificationContext,
  type ClassificationOptions,
  toMatchedRule,
} from "./rules/classification.ts";
import { uniteOutcome } from "./rules/classification-outcome.ts";
import { type CompiledRule, compileRules, isActive } from "./rules/classification-rules.ts";
import { type ConditionOptions, createConditionCompiler } from "./rules/conditions.ts";
import { Evaluation, type EvaluationContext, type Facts } from "./rules/evaluation.ts";
import { parsePath, readSteps } from "./rules/fact-path.ts";
import { indexIn } from "./rules/loose-compare.ts";
import type { Operator } from "./rules/operator.ts";
import { builtInOperators } from "./rules/operator-list.ts";

/** What json-rules-engine brings itself; only these are not registered from our list. */
const nativeOperators = new Set([
  ...["equal", "notEqual", "in", "notIn", "contains", "doesNotContain"],
  ...["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"],
]);

type Prepared = ReturnType<Operator["prepare"]>;

/**
 * What operators made of the values in documents, as long as the options are kept whose calendars they read: reading
 * a list of keywords takes longer than looking for them. Values that come from facts are others each time.
 */
const preparedWith = new WeakMap<ConditionOptions, WeakMap<Operator, WeakMap<object, Prepared>>>();

/** The value of a `WeakMap`, made on first use. */
function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function preparing(operator: Operator, options: ConditionOptions): (value: unknown) => Prepared {
  const context = { calendars: options.calendars ?? {} };
  const ofOptions = kept(preparedWith, options, () => new WeakMap());
  const ofValues = kept(ofOptions, operator, () => new WeakMap());
  return (value) =>
    typeof value === "object" && value !== null
      ? kept(ofValues, value, () => operator.prepare(value, context))
      : operator.prepare(value, context);
}

type Next = (fact: unknown, value: unknown) => boolean;

/** json-rules-engine calls an operator of a leaf at the root a rule of its own: it wants a boolean on top. */
const toTopLevel = (when: Condition): TopLevelCondition => ({ all: [when] }) as unknown as TopLevelCondition;

/** Quoted steps are read by our own resolver: JSONPath would take some names for operators. */
const resolveQuoted = (value: object, path: string): unknown => readSteps(value, parsePath(path) ?? []);

function createEngine(
  conditions: readonly Condition[],
  options: ConditionOptions,
  evaluation: Evaluation,
): Engine {
  const quoted = JSON.stringify([conditions, options.segments ?? {}]).includes("['");
  const engine = new Engine([], {
    allowUndefinedFacts: true,
    ...(quoted ? { pathResolver: resolveQuoted } : {}),
  });
  for (const operator of options.operators ?? builtInOperators) {
    if (nativeOperators.has(operator.id)) continue;
    const prepare = preparing(operator, options);
    engine.addOperator(operator.id, (fact: unknown, value: unknown) => prepare(value).test(fact, evaluation));
  }
  engine.addOperator("in", (fact: unknown, value: unknown) => (indexIn(value, fact) ?? -1) > -1);
  engine.addOperator("notIn", (fact: unknown, value: unknown) => (indexIn(value, fact) ?? -1) === -1);
  const overList = (method: "some" | "every") => (fact: unknown, value: unknown, next: Next) =>
    Array.isArray(value) && value[method]((one) => next(fact, one));
  engine.addOperatorDecorator("someValue", overList("some"));
  engine.addOperatorDecorator("everyValue", overList("every"));
  for (const [key, when] of Object.entries(options.segments ?? {}))
    engine.setCondition(key, toTopLevel(when));
  return engine;
}

/** Facts as json-rules-engine takes them: it refuses one that is there as `undefined`. */
const definedFacts = (facts: Facts): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

/** Which of the conditions hold, by one run of one Engine. */
async function runAll(
  conditions: readonly Condition[],
  options: ConditionOptions,
  facts: Facts,
  context: EvaluationContext | undefined,
): Promise<ReadonlySet<number>> {
  const engine = createEngine(conditions, options, new Evaluation(facts, context));
  conditions.forEach((when, index) => {
    engine.addRule({ conditions: toTopLevel(when), event: { type: "match", params: { index } } });
  });
  try {
    const { events } = await engine.run(definedFacts(facts));
    return new Set(events.map((event) => Number(event.params?.index)));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new EngineError("condition.invalid", `json-rules-engine: ${message}`);
  }
}

/** The truth of a condition according to json-rules-engine; segments must be free of cycles. */
export async function referenceTest(
  when: Condition,
  facts: Facts,
  options: ConditionOptions = {},
  context?: EvaluationContext,
): Promise<boolean> {
  // Compiling first refuses cycles, on which json-rules-engine would never return.
  createConditionCompiler(options).compile(when);
  return (await runAll([when], options, facts, context)).has(0);
}

function untilEnd(rules: readonly CompiledRule[], spec: ClassificationSpec): readonly CompiledRule[] {
  const end = rules.findIndex((rule) => spec.mode === "first" || rule.then.stop === true);
  return end < 0 ? rules : rules.slice(0, end + 1);
}

const compiledWith = new WeakMap<
  ClassificationOptions,
  WeakMap<ClassificationSpec, readonly CompiledRule[]>
>();

/** The rules as our evaluator reads them, for their order, their dates and the leaves that are shown. */
const rulesOf = (spec: ClassificationSpec, options: ClassificationOptions): readonly CompiledRule[] =>
  kept(
    kept(compiledWith, options, () => new WeakMap()),
    spec,
    () => compileRules(spec, options.overlays ?? [], createConditionCompiler(options)),
  );

interface ReferenceMatch {
  readonly matched: readonly CompiledRule[];
  readonly result: ReturnType<typeof uniteOutcome>;
}

async function matchRules(
  document: { readonly spec: ClassificationSpec },
  facts: Facts,
  context: ClassificationContext,
  options: ClassificationOptions,
): Promise<ReferenceMatch> {
  const { spec } = document;
  const layers = options.overlays ?? [];
  const compiled = rulesOf(spec, options);
  const conditions = [...layers.flatMap((layer) => layer.prepend), ...spec.rules].map((rule) => rule.when);
  const active = [...compiled.keys()].filter((index) =>
    isActive(compiled[index] as CompiledRule, context.now),
  );
  const holding = await runAll(
    active.map((index) => conditions[index] as Condition),
    options,
    facts,
    context,
  );
  const matching = active.flatMap((at, index) => (holding.has(index) ? [compiled[at] as CompiledRule] : []));
  const matched = untilEnd(matching, spec);
  return { matched, result: uniteOutcome(spec, matched, context.explicitPriority) };
}

/** The classification with every condition decided by json-rules-engine; missing facts are undefined. */
export async function referenceClassify(
  document: { readonly spec: ClassificationSpec },
  facts: Facts,
  context: ClassificationContext,
  options: ClassificationOptions = {},
): Promise<Classification> {
  const { matched, result } = await matchRules(document, facts, context, options);
  return { ...result.outcome, matched: matched.map((rule) => rule.id), sources: result.sources };
}

/**
 * The same as a decision to be stored, marked as the reference's. Which rules match is json-rules-engine's word;
 * the leaves shown with each are read by our own operators.
 */
export async function referenceDecision(
  document: { readonly spec: ClassificationSpec },
  facts: Facts,
  context: ClassificationContext,
  options: ClassificationOptions & { readonly ref: RevisionRef },
): Promise<ClassificationDecision> {
  const { matched, result } = await matchRules(document, facts, context, options);
  const evaluation = new Evaluation(facts, context);
  const reasons = matched.map((rule) => toMatchedRule(rule, evaluation));
  const about = {
    kind: "classification",
    ref: options.ref,
    at: context.now,
    evaluator: "reference",
  } as const;
  return { ...about, matched: reasons, ...result };
}
