/** One comparison, compiled: the fact is read, the value bound once unless it is another fact. */
import type { ConditionLeaf, FactReference, Json, LeafTrace, Truth } from "@sluice/schemas";
import { type ConditionNode, type Evaluated, type FactRead, truthOf } from "./condition-node.ts";
import type { Prepare } from "./decorators.ts";
import type { Evaluation, FactId } from "./evaluation.ts";
import { compileRead } from "./fact-path.ts";
import type { IndexHint, PreparedOperator } from "./operator.ts";

/** Whether a fact is fetched by a plugin: then its absence means "not known yet". */
export type IsFetched = (fact: FactId) => boolean;

/** True for a leaf's value that names another fact (json-rules-engine: any object with an own `fact`). */
export const isReference = (value: unknown): value is FactReference =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "fact");

/** The facts that a leaf reads. */
export const factsOfLeaf = (leaf: ConditionLeaf): readonly FactId[] =>
  isReference(leaf.value) ? [leaf.fact, leaf.value.fact] : [leaf.fact];

interface Bound {
  /** The operator bound for good, when the value is a literal. */
  readonly literal?: PreparedOperator;
  readonly value: (evaluation: Evaluation) => unknown;
  readonly operator: (evaluation: Evaluation) => PreparedOperator;
}

function bind(leaf: ConditionLeaf, prepare: Prepare): Bound {
  if (!isReference(leaf.value)) {
    const literal = leaf.value;
    const prepared = prepare(literal);
    return { literal: prepared, value: () => literal, operator: () => prepared };
  }
  const read = compileRead(leaf.value.fact, leaf.value.path);
  return { value: (e) => read(e.facts), operator: (e) => prepare(read(e.facts)) };
}

const toJson = (value: unknown): Json => (value === undefined ? null : (value as Json));

function traceLeaf(
  leaf: ConditionLeaf,
  bound: Bound,
  actual: unknown,
  result: Truth,
  e: Evaluation,
): LeafTrace {
  const matches = result === true ? bound.operator(e).matches?.(actual) : undefined;
  return {
    type: "leaf",
    fact: leaf.fact,
    operator: leaf.operator,
    expected: toJson(bound.value(e)),
    actual: toJson(actual),
    ...(actual === undefined ? { missing: true } : {}),
    result,
    ...(matches && matches.length > 0 ? { matches } : {}),
  };
}

/** What compiling a leaf needs to know of its operator and its fact. */
export interface LeafBinding {
  readonly of: FactRead;
  readonly prepare: Prepare;
  readonly hint: IndexHint | undefined;
  readonly isFetched: IsFetched;
}

/** Compiles a leaf whose operator is already found. */
export function leafNode(leaf: ConditionLeaf, { of, prepare, hint, isFetched }: LeafBinding): ConditionNode {
  const { read } = of;
  const bound = bind(leaf, prepare);
  const { literal } = bound;
  const test = literal
    ? (e: Evaluation) => literal.test(read(e.facts), e)
    : (e: Evaluation) => bound.operator(e).test(read(e.facts), e);
  const fetched = [...new Set(factsOfLeaf(leaf))].filter(isFetched);
  const mayNeed = fetched.length > 0;
  const evaluateFetched = (e: Evaluation): Evaluated => {
    const needs = fetched.filter((id) => !Object.hasOwn(e.facts, id));
    return needs.length > 0 ? { needs } : test(e);
  };
  const evaluate = mayNeed ? evaluateFetched : test;
  const explain = (e: Evaluation) => traceLeaf(leaf, bound, read(e.facts), truthOf(evaluate(e)), e);
  return { test, evaluate, explain, mayNeed, shape: { type: "leaf", of, hint } };
}
